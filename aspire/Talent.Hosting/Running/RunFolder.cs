using System.Globalization;

namespace Aspire.Hosting.Running;

/// <summary>
/// The folder of one run: the data of servers without a volume, and a record of every session of processes, by which a later run ends
/// what a killed one left behind.
/// </summary>
internal sealed class RunFolder
{
    private const string Sessions = "sessions";
    private readonly Lock _gate = new();

    private RunFolder(string path) => Path = path;

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>Makes the folder of this process's next run.</summary>
    public static RunFolder Create(string root)
    {
        var id = Environment.ProcessId;
        var owner = string.Create(CultureInfo.InvariantCulture, $"{id}-{ProcessTable.StartOf(id)}");
        var runs = HostFolder.Create(root, "runs");
        var number = 1;
        while (Directory.Exists(Folder()))
            number++;
        return new RunFolder(HostFolder.Create(Folder()));

        string Folder() => System.IO.Path.Combine(runs, string.Create(CultureInfo.InvariantCulture, $"{owner}-{number}"));
    }

    /// <summary>Ends the processes and removes the folders of runs whose host has died.</summary>
    /// <returns>The number of runs that were cleared away.</returns>
    public static int Sweep(string root)
    {
        var swept = 0;
        foreach (var folder in Directory.EnumerateDirectories(HostFolder.Create(root, "runs")))
        {
            var owner = System.IO.Path.GetFileName(folder).Split('-');
            if (ProcessTable.StartOf(Number<int>(owner[0])) == Number<long>(owner[1]))
                continue;
            EndSessions(folder);
            Directory.Delete(folder, recursive: true);
            swept++;
        }
        return swept;
    }

    /// <summary>Notes down the first process of a session.</summary>
    public void Record(int session, long start)
    {
        lock (_gate)
        {
            File.AppendAllLines(
                System.IO.Path.Combine(Path, Sessions),
                [string.Create(CultureInfo.InvariantCulture, $"{session} {start}")]);
        }
    }

    /// <summary>Removes the folder, after the processes.</summary>
    public void Remove()
    {
        EndSessions(Path);
        Directory.Delete(Path, recursive: true);
    }

    private static void EndSessions(string folder)
    {
        var file = System.IO.Path.Combine(folder, Sessions);
        if (!File.Exists(file))
            return;
        foreach (var fields in File.ReadLines(file).Select(line => line.Split(' ')).Where(fields => fields.Length == 2))
            ProcessTable.KillSession(Number<int>(fields[0]), Number<long>(fields[1]));
    }

    private static T Number<T>(string text) where T : IParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);
}
