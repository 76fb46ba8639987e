using System.Globalization;

namespace Talent.Messaging.Storage;

/// <summary>
/// The folder of the SQLite files, held by one process at a time. The lock ends with the process, however it ends.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, DataFolder> Held = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly FileStream _lock;
    private int _holders = 1;

    private DataFolder(string path, FileStream held)
    {
        _path = path;
        _lock = held;
    }

    /// <summary>Takes the folder for this process; the services of one process share it.</summary>
    /// <exception cref="InvalidOperationException">Another process holds it; the message names the folder and the process.</exception>
    public static DataFolder Hold(string folder)
    {
        var path = Path.GetFullPath(folder);
        lock (Gate)
        {
            if (Held.TryGetValue(path, out var held))
            {
                held._holders++;
                return held;
            }
            Make(path);
            held = new DataFolder(path, Lock(path));
            Held.Add(path, held);
            return held;
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            if (--_holders > 0)
                return;
            Held.Remove(_path);
            _lock.Dispose();
        }
    }

    // Names, texts and signing keys lie in it: a new folder is its owner's alone. The mode of one that is there was chosen by somebody.
    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FileStream Lock(string path)
    {
        // The holder is named in a file of its own, because the locked one cannot be read on every system.
        var holder = Path.Combine(path, "talent.process");
        try
        {
            var held = new FileStream(Path.Combine(path, "talent.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(
                holder, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} ({AppDomain.CurrentDomain.FriendlyName})"));
            return held;
        }
        catch (IOException refused) when (File.Exists(holder))
        {
            throw new InvalidOperationException(
                $"The data folder {path} is in use by process {File.ReadAllText(holder)}: "
                + "stop that process, or set Talent:DataFolder to another folder.", refused);
        }
    }
}
