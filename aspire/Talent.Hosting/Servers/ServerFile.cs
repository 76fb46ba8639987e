namespace Aspire.Hosting.Servers;

/// <summary>Writes configuration that holds passwords: only the server's user can read it.</summary>
internal static class ServerFile
{
    public static async Task WriteAsync(string path, string text, string? user, CancellationToken cancellationToken)
    {
        File.Delete(path);
        await using (var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            await using var writer = new StreamWriter(stream);
            await writer.WriteAsync(text.AsMemory(), cancellationToken);
        }
        if (user is not null)
            await OneShot.RunAsync("chown", [$"{user}:{user}", path], cancellationToken: cancellationToken);
    }
}
