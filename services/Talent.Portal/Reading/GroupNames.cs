using Talent.Portal.Words;

namespace Talent.Portal.Reading;

/// <summary>The names that a page about simulations of a group shows.</summary>
/// <param name="People">Names of people.</param>
/// <param name="Organisations">Names of organisations.</param>
/// <param name="Titles">Titles of the posts of the group.</param>
public sealed record GroupNames(PeopleNames People, OrganisationNames Organisations, PostTitles Titles)
{
    /// <summary>What changes suppose, in words.</summary>
    public ChangeWords Changes => new(People, Organisations, Titles);
}
