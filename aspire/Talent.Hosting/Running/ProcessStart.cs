namespace Aspire.Hosting.Running;

/// <summary>A process to be started.</summary>
/// <param name="Resource">The resource it belongs to; its name in the log.</param>
/// <param name="Command">The program: a path, or a name found on the PATH.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Folder">The folder it starts in.</param>
internal sealed record ProcessStart(string Resource, string Command, IReadOnlyList<string> Arguments, string Folder)
{
    /// <summary>Variables beside those of the host.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The user of the system to run it as; null for the host's own.</summary>
    public string? User { get; init; }

    /// <summary>What asks it to stop: 15 (SIGTERM) or, for PostgreSQL's fast stop, 2 (SIGINT).</summary>
    public int StopSignal { get; init; } = Terminate;

    public const int Interrupt = 2;

    public const int Terminate = 15;
}
