using Talent.Succession.V1;

namespace Talent.Portal.Scenarios;

/// <summary>
/// Changes that are supposed for a group. They stand in the address of their page, so that nothing is kept anywhere: ids and days, never a
/// name.
/// </summary>
/// <param name="GroupId">Id of the group.</param>
/// <param name="Changes">The changes, one after the other.</param>
public sealed record Scenario(string GroupId, IReadOnlyList<ScenarioChange> Changes)
{
    /// <summary>So many changes at most make a scenario.</summary>
    public const int Most = 20;

    /// <summary>Reads a scenario from an address; null when the address was cut or altered.</summary>
    /// <param name="groupId">Id of the group.</param>
    /// <param name="supposed">Each change as it stands in the address.</param>
    public static Scenario? Parse(string groupId, IReadOnlyList<string> supposed) =>
        SupposedInAddress.Parse(ScenarioChange.Parser, supposed) is { } changes ? new Scenario(groupId, changes) : null;

    /// <summary>With one more change, the last.</summary>
    public Scenario With(ScenarioChange change) => this with { Changes = [.. Changes, change] };

    /// <summary>Without one of its changes.</summary>
    /// <param name="at">Which, from 0.</param>
    public Scenario Without(int at) => this with { Changes = [.. Changes.Where((_, index) => index != at)] };

    /// <summary>The address of a page of the scenario.</summary>
    /// <param name="page">Behind the address of the scenario itself, for example <c>/play</c>; empty: that one.</param>
    /// <param name="more">Further parts of the query, for example <c>run=true</c>.</param>
    public string Address(string page = "", params string[] more) =>
        SupposedInAddress.Address($"/groups/{GroupId}/scenario{page}", Changes, more);
}
