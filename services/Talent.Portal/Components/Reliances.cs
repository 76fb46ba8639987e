using Microsoft.AspNetCore.Html;
using Talent.Portal.Reading;
using Talent.Succession.V1;

namespace Talent.Portal.Components;

/// <summary>Posts that rely on the same people, largest group first, and then those for which no one is ready.</summary>
/// <param name="All">The groups of posts.</param>
/// <param name="Titles">Titles of the posts.</param>
/// <param name="People">Names of the people.</param>
public sealed record Reliances(IReadOnlyList<SharedReliance> All, PostTitles Titles, PeopleNames People) : Component
{
    /// <inheritdoc />
    protected override IHtmlContent Render()
    {
        var bare = All.Where(reliance => reliance.PersonIds.Count == 0).SelectMany(reliance => reliance.PostIds).ToList();
        return Element.Of("ul", "nhsuk-list", "nhsuk-list--bullet")
            .Add([.. All.Where(reliance => reliance.PersonIds.Count > 0).Select(Item)])
            .Add(bare.Count == 0 ? null : new Element("li").Text("No one is ready for: ").Add(Posts(bare)));
    }

    private Element Item(SharedReliance reliance) => new Element("li").Add(Posts(reliance.PostIds))
        .Text(reliance.PostIds.Count == 1 ? " relies on: " : " rely on: ")
        .Add(new Links(People.Alphabetical(reliance.PersonIds, id => id).Select(id => new PersonLink(id, People))));

    private Links Posts(IEnumerable<string> ids) => new(ids.Select(id => new PostLink(id, Titles)));
}
