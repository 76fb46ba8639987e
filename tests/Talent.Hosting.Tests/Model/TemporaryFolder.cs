namespace Aspire.Hosting.Tests;

/// <summary>A folder that is removed with the test; servers under users of their own may pass through it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => File.SetUnixFileMode(Path, (UnixFileMode)0b111_001_001);

    public string Path { get; } = Directory.CreateTempSubdirectory("talent-hosting-").FullName;

    /// <summary>Writes a file, and the folders above it.</summary>
    public string Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
