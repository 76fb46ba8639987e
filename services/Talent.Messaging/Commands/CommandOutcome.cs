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

    private CommandOutcome(string stored, string etag) => (Identifiers, Etag) = (stored.Split(' '), etag);

    /// <summary>What was changed, the main resource first. In a repetition one is empty whose person was erased since.</summary>
    public IReadOnlyList<string> Identifiers { get; }

    /// <summary>The main resource.</summary>
    public string Identifier => Identifiers[0];

    /// <summary>The etag of the main resource after the change.</summary>
    public string Etag { get; }

    /// <summary>
    /// People whom identifiers are about that are not their own: the erasure of one removes these from the stored answer, or all of it when
    /// nothing else is left. An identifier that is a person's own is found without.
    /// </summary>
    public IReadOnlyList<OutcomeSubject> Subjects { get; init; } = [];

    /// <summary>An outcome about one resource, whose etag is its version.</summary>
    public static CommandOutcome For(string identifier, long version) => new([identifier], Requests.Etag(version));

    /// <summary>The same outcome, all of whose identifiers are about these people.</summary>
    /// <param name="personIds">Their ids; none: it is about nobody.</param>
    public CommandOutcome About(params IEnumerable<string> personIds)
    {
        ArgumentNullException.ThrowIfNull(personIds);
        return this with
        {
            Subjects = [.. personIds.Distinct(StringComparer.Ordinal)
                .SelectMany(person => Identifiers.Select(identifier => new OutcomeSubject(identifier, person)))],
        };
    }

    /// <summary>An outcome as it was stored, of which an erasure may have emptied a part.</summary>
    internal static CommandOutcome Stored(string identifiers, string etag) => new(identifiers, etag);
}

/// <summary>Whom an identifier of an outcome is about.</summary>
/// <param name="Identifier">The identifier.</param>
/// <param name="PersonId">The person.</param>
public sealed record OutcomeSubject(string Identifier, string PersonId);
