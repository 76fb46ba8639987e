using Talent.ServiceDefaults;

namespace Talent.Messaging.Commands;

/// <summary>What is remembered of a command that was carried out: identifiers and an etag, never names.</summary>
public sealed record CommandOutcome
{
    /// <summary>An outcome about one or more resources.</summary>
    /// <param name="identifiers">Identifiers without spaces, the main one first.</param>
    /// <param name="etag">The etag of the main one after the change.</param>
    /// <exception cref="ArgumentException">There is no identifier, or one is empty or holds a space.</exception>
    public CommandOutcome(IReadOnlyList<string> identifiers, string etag)
    {
        ArgumentNullException.ThrowIfNull(identifiers);
        if (identifiers.Count == 0
            || identifiers.Any(identifier => identifier.Length == 0 || identifier.Contains(' ', StringComparison.Ordinal)))
            throw new ArgumentException("An outcome names at least one identifier, and identifiers hold no spaces.", nameof(identifiers));
        Identifiers = identifiers;
        Etag = etag;
    }

    /// <summary>What was changed, the main resource first.</summary>
    public IReadOnlyList<string> Identifiers { get; }

    /// <summary>The main resource.</summary>
    public string Identifier => Identifiers[0];

    /// <summary>The etag of the main resource after the change.</summary>
    public string Etag { get; }

    /// <summary>An outcome about one resource, whose etag is its version.</summary>
    public static CommandOutcome For(string identifier, long version) => new([identifier], Requests.Etag(version));
}
