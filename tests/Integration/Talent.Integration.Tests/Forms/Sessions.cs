using System.Globalization;

namespace Talent.Integration.Tests.Forms;

/// <summary>The sessions that an AppHost notes down for its processes: one for each, which its descendants share.</summary>
internal static class Sessions
{
    private const int SessionField = 3;

    /// <summary>The sessions noted below a host's folder; none where no AppHost keeps one.</summary>
    public static IReadOnlySet<int> Recorded(string folder) =>
        Directory.EnumerateFiles(folder, "sessions", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .Select(line => int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture))
            .ToHashSet();

    /// <summary>The processes of these sessions that run now, each with its name.</summary>
    public static IReadOnlyList<string> Running(IReadOnlySet<int> sessions) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where char.IsAsciiDigit(Path.GetFileName(folder)[0])
           let status = Read(Path.Combine(folder, "stat"))
           where status.Length > 0
           let fields = status[(status.LastIndexOf(')') + 2)..].Split(' ')
           where sessions.Contains(int.Parse(fields[SessionField], CultureInfo.InvariantCulture))
           select status[..(status.LastIndexOf(')') + 1)],
    ];

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return ""; // it ended while it was looked at
        }
    }
}
