using System.Security.Cryptography;
using System.Text;

namespace Aspire.Hosting.Running;

/// <summary>What outlives a run: the data folders of servers, and the values that were generated for them.</summary>
/// <param name="root">The host's folder.</param>
/// <param name="appHostDirectory">Tells the volumes of one AppHost from those of another.</param>
internal sealed class VolumeFolder(string root, string appHostDirectory)
{
    private const int HashCharacters = 10;

    /// <summary>The name of a resource's volume, the same in every run of this AppHost.</summary>
    public string NameOf(string resource)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(appHostDirectory)));
        return $"{Path.GetFileName(appHostDirectory).ToLowerInvariant()}-{hash[..HashCharacters]}-{resource}-data";
    }

    /// <summary>Opens a volume for this process alone; it is free again when the answer is disposed of, or the process dies.</summary>
    /// <exception cref="DistributedApplicationException">Another run uses the volume.</exception>
    public (string Folder, IDisposable Lock) Open(string volume)
    {
        var folder = HostFolder.Create(root, "volumes", volume);
        try
        {
            var file = new FileStream(folder + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return (folder, file);
        }
        catch (IOException inUse)
        {
            throw new DistributedApplicationException($"its volume {folder} is in use by another run.", inUse);
        }
    }

    /// <summary>A value that is generated once and then kept, readable by this user alone.</summary>
    public string Secret(string name, Func<string> generate)
    {
        var file = Path.Combine(HostFolder.Create(root, "volumes"), name.Contains('.', StringComparison.Ordinal) ? name : NameOf(name));
        if (File.Exists(file))
            return File.ReadAllText(file);
        var value = generate();
        var half = file + ".new";
        File.Delete(half);
        using (var stream = new FileStream(half, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            stream.Write(Encoding.UTF8.GetBytes(value));
        }

        // Under its name it is whole or not there: a run that is killed in between leaves nothing that a later one would read.
        File.Move(half, file);
        return value;
    }
}
