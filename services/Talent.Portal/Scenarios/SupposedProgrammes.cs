using Talent.Succession.V1;

namespace Talent.Portal.Scenarios;

/// <summary>
/// Programmes that are supposed for the pipelines of a group. They stand in the address of their page, so that nothing is kept anywhere.
/// </summary>
/// <param name="GroupId">Id of the group.</param>
/// <param name="Cohorts">The cohorts, in the order in which they were added.</param>
public sealed record SupposedProgrammes(string GroupId, IReadOnlyList<SupposedCohort> Cohorts)
{
    /// <summary>So many may be supposed at once.</summary>
    public const int Most = 10;

    /// <summary>Reads programmes from an address; null when the address was cut or altered.</summary>
    /// <param name="groupId">Id of the group.</param>
    /// <param name="supposed">Each cohort as it stands in the address.</param>
    public static SupposedProgrammes? Parse(string groupId, IReadOnlyList<string> supposed) =>
        SupposedInAddress.Parse(SupposedCohort.Parser, supposed) is { } cohorts ? new(groupId, cohorts) : null;

    /// <summary>With one more, the last.</summary>
    public SupposedProgrammes With(SupposedCohort cohort) => this with { Cohorts = [.. Cohorts, cohort] };

    /// <summary>Without one of them.</summary>
    /// <param name="at">Which, from 0.</param>
    public SupposedProgrammes Without(int at) => this with { Cohorts = [.. Cohorts.Where((_, index) => index != at)] };

    /// <summary>The address of a page about them.</summary>
    /// <param name="page">Behind the address of the pipelines, for example <c>/programme</c>; empty: the pipelines.</param>
    public string Address(string page = "") => SupposedInAddress.Address($"/groups/{GroupId}/pipelines{page}", Cohorts);
}
