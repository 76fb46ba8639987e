namespace Aspire.Hosting.Running;

/// <summary>Finds programs.</summary>
internal static class Programs
{
    // Debian keeps servers out of an ordinary user's PATH.
    private static readonly string[] SystemFolders = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

    /// <summary>The path of a program; null when there is none.</summary>
    /// <param name="command">A path, absolute or relative to <paramref name="folder"/>, or a name to look for on the PATH.</param>
    /// <param name="folder">The folder the program will start in.</param>
    public static string? Find(string command, string folder)
    {
        if (command.Contains('/', StringComparison.Ordinal))
        {
            var path = Path.GetFullPath(command, folder);
            return File.Exists(path) ? path : null;
        }
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return folders.Concat(SystemFolders).Select(each => Path.Combine(each, command)).FirstOrDefault(File.Exists);
    }

    /// <summary>Whether the system has a user of that name.</summary>
    public static bool HasUser(string name) =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith(name + ":", StringComparison.Ordinal));
}
