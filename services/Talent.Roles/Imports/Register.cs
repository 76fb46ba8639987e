using Talent.Roles.Domain;

namespace Talent.Roles.Imports;

/// <summary>What is recorded before an import: the other side of its comparison.</summary>
public sealed class Register
{
    private readonly Dictionary<OrganisationCode, Organisation> _organisations;
    private readonly Dictionary<(OrganisationCode, OrganisationCode), OrganisationSuccession> _successions;
    private readonly Dictionary<ImportKind, DateOnly> _latest;

    /// <summary>Takes what is recorded.</summary>
    /// <param name="organisations">All organisations.</param>
    /// <param name="successions">All successions.</param>
    /// <param name="latest">For each kind of file that was applied before, the latest day a file of it was taken.</param>
    public Register(
        IEnumerable<Organisation> organisations,
        IEnumerable<OrganisationSuccession> successions,
        IReadOnlyDictionary<ImportKind, DateOnly> latest)
    {
        _organisations = organisations.ToDictionary(one => one.Code);
        _successions = successions.ToDictionary(one => (one.Predecessor, one.Successor));
        _latest = latest.ToDictionary();
    }

    /// <summary>Nothing is recorded.</summary>
    public static Register Empty { get; } = new([], [], new Dictionary<ImportKind, DateOnly>());

    /// <summary>All organisations, by code.</summary>
    public IEnumerable<Organisation> Organisations => _organisations.Values.OrderBy(one => one.Code.Value, StringComparer.Ordinal);

    /// <summary>All successions.</summary>
    public IEnumerable<OrganisationSuccession> Successions => _successions.Values;

    /// <summary>The organisation with the code; null where none is recorded.</summary>
    public Organisation? Find(OrganisationCode code) => _organisations.GetValueOrDefault(code);

    /// <summary>The succession between both; null where none is recorded.</summary>
    public OrganisationSuccession? Find(OrganisationCode predecessor, OrganisationCode successor) =>
        _successions.GetValueOrDefault((predecessor, successor));

    /// <summary>The latest day a file of the kind was taken; null where none was applied.</summary>
    public DateOnly? LatestDay(ImportKind kind) => _latest.TryGetValue(kind, out var day) ? day : null;

    /// <summary>The register after an import was applied.</summary>
    public Register After(ImportKind kind, DateOnly asOf, ImportOutcome outcome)
    {
        var organisations = new Dictionary<OrganisationCode, Organisation>(_organisations);
        foreach (var changed in outcome.Organisations)
            organisations[changed.Code] = changed;
        var successions = new Dictionary<(OrganisationCode, OrganisationCode), OrganisationSuccession>(_successions);
        foreach (var changed in outcome.Successions)
            successions[(changed.Predecessor, changed.Successor)] = changed;
        return new(organisations.Values, successions.Values, new Dictionary<ImportKind, DateOnly>(_latest) { [kind] = asOf });
    }
}
