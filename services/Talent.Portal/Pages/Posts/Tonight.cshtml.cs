using Grpc.Core;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Reading;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.Posts;

/// <summary>What would follow if a post fell vacant tonight, in every organisation it serves.</summary>
[Permits(Permission.ReadBoards)]
public sealed class TonightModel(
    BoardService.BoardServiceClient boards, GroupDirectory groups, PostDirectory posts, PeopleDirectory people,
    OrganisationDirectory organisations) : PortalPage
{
    /// <summary>What would follow; null when it is withheld because the post is the caller's own.</summary>
    public GetVacancyTonightResponse? Vacancy { get; private set; }

    /// <summary>Names of everybody the page mentions.</summary>
    public PeopleNames People { get; private set; } = PeopleNames.None;

    /// <summary>Names of the organisations.</summary>
    public OrganisationNames Organisations { get; private set; } = null!;

    /// <summary>Titles of the posts of the group.</summary>
    public PostTitles Titles { get; private set; } = null!;

    /// <summary>Reads what would follow.</summary>
    public async Task OnGetAsync(string postId)
    {
        Describe("If this post fell vacant tonight", Home);
        try
        {
            var request = new GetVacancyTonightRequest { PostId = postId };
            Vacancy = await boards.GetVacancyTonightAsync(request, cancellationToken: Aborted);
        }
        catch (RpcException refused) when (OwnPostRule.Refused(refused))
        {
            return;
        }
        var group = await groups.FindAsync(Vacancy.GroupId, Aborted);
        Describe($"If this post fell vacant tonight: {Vacancy.Row.Title}", Home,
            new Link(group.Title, $"/groups/{group.Id}"), new Link(Vacancy.Row.Title, $"/posts/{postId}"));
        Titles = await posts.TitlesAsync(Vacancy.GroupId, Aborted);
        var named = Vacancy.Cascade.Select(step => step.PersonId).Concat(Vacancy.Slate.Select(entry => entry.PersonId));
        People = await people.FindAsync(named.Concat(Vacancy.Row.Holders.Select(holder => holder.PersonId)), Aborted);
        var codes = Vacancy.Organisations.Select(outlook => outlook.OrganisationCode)
            .Concat(Vacancy.Row.Flags.SelectMany(flag => flag.OrganisationCodes));
        Organisations = await organisations.FindAsync(codes, Aborted);
    }
}
