namespace Aspire.Hosting.Running;

/// <summary>The log of all processes in one: every line begins with the name of its resource, in that resource's colour.</summary>
internal sealed class ConsoleLog
{
    private const string Reset = "\e[0m";
    private static readonly string[] Colours =
        ["\e[36m", "\e[33m", "\e[32m", "\e[35m", "\e[34m", "\e[96m", "\e[93m", "\e[92m", "\e[95m", "\e[94m"];
    private readonly Lock _gate = new();
    private readonly TextWriter _output;
    private readonly Dictionary<string, string> _prefixes;
    private readonly string _failure;

    /// <summary>A log of the named resources.</summary>
    /// <param name="output">Where the lines go.</param>
    /// <param name="names">The resources, the longest of which sets the width of the first column.</param>
    /// <param name="coloured">Whether to write the escape sequences of a terminal.</param>
    public ConsoleLog(TextWriter output, IReadOnlyList<string> names, bool coloured)
    {
        _output = output;
        var width = names.Select(each => each.Length).DefaultIfEmpty().Max();
        _prefixes = names.Select((name, index) => (name, text: Prefix(name.PadRight(width), index)))
            .ToDictionary(each => each.name, each => each.text, StringComparer.Ordinal);
        _failure = coloured ? $"\e[31m{{0}}{Reset}" : "{0}";

        string Prefix(string name, int index) =>
            coloured ? $"{Colours[index % Colours.Length]}{name} |{Reset} " : $"{name} | ";
    }

    /// <summary>Whether the standard output is a terminal, or the user wants colours all the same.</summary>
    public static bool WantsColours =>
        Environment.GetEnvironmentVariable("NO_COLOR") is null or ""
        && (!Console.IsOutputRedirected
            || Environment.GetEnvironmentVariable("DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION") is "true" or "1");

    /// <summary>Writes a line of a resource.</summary>
    public void Write(string resource, string line)
    {
        lock (_gate)
            _output.WriteLine(_prefixes.GetValueOrDefault(resource, $"{resource} | ") + line);
    }

    /// <summary>Writes a line about a resource that failed.</summary>
    public void WriteFailure(string resource, string line) =>
        Write(resource, string.Format(System.Globalization.CultureInfo.InvariantCulture, _failure, line));
}
