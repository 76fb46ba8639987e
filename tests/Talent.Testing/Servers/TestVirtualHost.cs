namespace Talent.Testing;

/// <summary>A virtual host of the run's RabbitMQ that belongs to one caller and is never handed out twice.</summary>
/// <param name="Name">The virtual host.</param>
/// <param name="ConnectionString">With user, password and virtual host: <c>amqp://user:password@localhost:port/host</c>.</param>
public sealed record TestVirtualHost(string Name, string ConnectionString)
{
    /// <summary>Takes a virtual host: whoever deletes its file from the folder owns it, in whatever process.</summary>
    internal static TestVirtualHost Take(string server, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            if (Delete(file, folder))
                return new TestVirtualHost(name, $"{server}/{name}");
        }
        throw new InvalidOperationException("Every virtual host is taken: raise virtual_hosts in tests/servers.");
    }

    // File.Delete is silent about a file that is gone, but only one process can move it.
    private static bool Delete(string file, string folder)
    {
        var mine = Path.Combine(Path.GetDirectoryName(folder)!, $"taken-{Path.GetFileName(file)}");
        try
        {
            File.Move(file, mine);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }
}
