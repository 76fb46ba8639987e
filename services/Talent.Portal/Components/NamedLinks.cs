using Microsoft.AspNetCore.Html;
using Talent.Portal.Reading;

namespace Talent.Portal.Components;

/// <summary>A person's name that leads to the page of the person; words alone where the reader may not see the name.</summary>
/// <param name="PersonId">Id of the person.</param>
/// <param name="People">The names that the reader may see.</param>
public sealed record PersonLink(string PersonId, PeopleNames People) : Component
{
    /// <inheritdoc />
    protected override IHtmlContent Render() => People.Knows(PersonId)
        ? new Link(People.Of(PersonId), $"/people/{PersonId}")
        : new Text(People.Of(PersonId));
}

/// <summary>A post's title that leads to the page of the post; words alone where the reader may not see the post.</summary>
/// <param name="PostId">Id of the post.</param>
/// <param name="Titles">The titles that the reader may see.</param>
public sealed record PostLink(string PostId, PostTitles Titles) : Component
{
    /// <inheritdoc />
    protected override IHtmlContent Render() => Titles.Knows(PostId)
        ? new Link(Titles.Of(PostId), $"/posts/{PostId}")
        : new Text(Titles.Of(PostId));
}
