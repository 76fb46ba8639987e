using System.Globalization;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Running;

/// <summary>The processes of the machine, as Linux shows them in /proc.</summary>
internal static class ProcessTable
{
    private const int SessionField = 3;
    private const int StartField = 19;
    private const int Kill = 9;

    /// <summary>When a process started, in ticks since the machine did: tells it from a later one with the same id; null for none.</summary>
    public static long? StartOf(int id) => Read(id)?.Start;

    /// <summary>The processes of a session, by id.</summary>
    /// <param name="session">The id of the session, which was that of its first process.</param>
    /// <param name="start">When the first process started; a session that another process began later is not meant.</param>
    public static IReadOnlyList<int> OfSession(int session, long start)
    {
        // As long as a process of the session lives, the kernel gives its id to no other process.
        if (Read(session) is { } leader && leader.Start != start)
            return [];
        return [.. Ids().Where(id => Read(id) is { } process && process.Session == session && process.State is not 'Z')];
    }

    /// <summary>Ends every process of a session at once.</summary>
    public static void KillSession(int session, long start)
    {
        foreach (var id in OfSession(session, start))
            Signal(id, Kill);
    }

    /// <summary>Sends a signal; nothing happens when the process is gone.</summary>
    public static void Signal(int id, int signal) => _ = SendSignal(id, signal);

    private static IEnumerable<int> Ids() =>
        from folder in Directory.EnumerateDirectories("/proc")
        let name = Path.GetFileName(folder)
        where char.IsAsciiDigit(name[0])
        select int.Parse(name, CultureInfo.InvariantCulture);

    // "id (command) state parent group session … start …": the command may hold anything, so the fields count from its last bracket.
    private static (char State, int Session, long Start)? Read(int id)
    {
        string text;
        try
        {
            text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
        }
        catch (IOException)
        {
            return null; // gone
        }
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (
            fields[0][0],
            int.Parse(fields[SessionField], CultureInfo.InvariantCulture),
            long.Parse(fields[StartField], CultureInfo.InvariantCulture));
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int id, int signal);
}
