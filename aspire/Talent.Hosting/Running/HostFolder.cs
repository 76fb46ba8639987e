namespace Aspire.Hosting.Running;

/// <summary>
/// The folder in which this host keeps volumes and the records of its runs: <c>/var/lib/aspire-host</c> for root, whose home the users of
/// the servers cannot pass through; otherwise in the user's own data folder.
/// </summary>
internal static class HostFolder
{
    /// <summary>Others may pass through, so that servers under users of their own reach their data, but not list or write.</summary>
    public const UnixFileMode PassThrough =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static string Default
    {
        get
        {
            if (Environment.IsPrivilegedProcess)
                return "/var/lib/aspire-host";
            var own = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return own.Length > 0
                ? Path.Combine(own, "aspire-host")
                : Path.Combine(Path.GetTempPath(), $"aspire-host-{Environment.UserName}");
        }
    }

    /// <summary>Makes a folder below the root.</summary>
    public static string Create(params string[] parts)
    {
        var path = Path.Combine(parts);
        Directory.CreateDirectory(path, PassThrough);
        return path;
    }
}
