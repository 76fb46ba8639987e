using Grpc.Core;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Reading;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.Posts;

/// <summary>A post: what it is, who holds it, and, for those who may know, how it would be covered.</summary>
[Permits(Permission.ReadPosts)]
public sealed class ShowModel(
    PostService.PostServiceClient posts, BoardService.BoardServiceClient boards, GroupDirectory groups, PostDirectory postDirectory,
    NominationDirectory nominationDirectory, ForecastReading forecasts, PeopleDirectory people, OrganisationDirectory organisations,
    TimeProvider time) : PortalPage
{
    /// <summary>The post.</summary>
    public Post Post { get; private set; } = new();

    /// <summary>Its outlook; null when the caller may not see it.</summary>
    public GetPostOutlookResponse? Outlook { get; private set; }

    /// <summary>What the simulation of its group says about it; null when the caller may not see it, or there is none.</summary>
    public Forecast? Forecast { get; private set; }

    /// <summary>The nominations for it; null when the caller may not see them.</summary>
    public IReadOnlyList<Nomination>? Nominations { get; private set; }

    /// <summary>The posts of its group that the caller may see.</summary>
    public IReadOnlyList<Post> GroupPosts { get; private set; } = [];

    /// <summary>Whether the succession was withheld because the post is the caller's own.</summary>
    public bool Withheld { get; private set; }

    /// <summary>Names of everybody the page mentions.</summary>
    public PeopleNames People { get; private set; } = PeopleNames.None;

    /// <summary>Names of the organisations served.</summary>
    public OrganisationNames Organisations { get; private set; } = null!;

    /// <summary>Titles of other posts the page mentions.</summary>
    public PostTitles Titles { get; private set; } = null!;

    /// <summary>The day in London.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Reads the post.</summary>
    public async Task OnGetAsync(string postId)
    {
        Post = (await posts.GetPostAsync(new GetPostRequest { Id = postId }, cancellationToken: Aborted)).Post;
        var group = await groups.FindAsync(Post.GroupId, Aborted);
        Describe(Post.Title, Home, new Link(group.Title, $"/groups/{group.Id}"));
        Today = LondonCalendar.Today(time);
        if (Caller.Holds(Permission.ReadBoards))
            await ReadOutlookAsync(postId);
        if (Outlook is not null)
            await ReadForecastAsync(postId);
        if (Caller.Holds(Permission.ReadNominations) && !Withheld)
            await ReadNominationsAsync(postId);
        GroupPosts = await postDirectory.OfGroupAsync(Post.GroupId, Aborted);
        Titles = new PostTitles(GroupPosts.ToDictionary(post => post.Id, post => post.Title));
        var slate = Outlook?.Slate.Select(entry => entry.PersonId) ?? [];
        var relied = Outlook?.SharedReliance?.PersonIds ?? [];
        var takeOvers = Forecast?.Posts.SelectMany(post => post.TakeOvers).Select(each => each.PersonId) ?? [];
        var named = Nominations?.Select(nomination => nomination.PersonId) ?? [];
        People = await people.FindAsync(
            Post.Appointments.Select(each => each.PersonId).Concat(slate).Concat(relied).Concat(takeOvers).Concat(named), Aborted);
        Organisations = await organisations.FindAsync(PostTable.Codes([Post]), Aborted);
    }

    private async Task ReadOutlookAsync(string postId)
    {
        try
        {
            Outlook = await boards.GetPostOutlookAsync(new GetPostOutlookRequest { PostId = postId }, cancellationToken: Aborted);
        }
        catch (RpcException refused) when (OwnPostRule.Hidden(refused))
        {
            Withheld = OwnPostRule.Refused(refused);
        }
    }

    private async Task ReadForecastAsync(string postId)
    {
        try
        {
            Forecast = await forecasts.OfPostAsync(Post.GroupId, postId, Aborted);
        }
        catch (RpcException refused) when (OwnPostRule.Hidden(refused))
        {
            Withheld = OwnPostRule.Refused(refused);
        }
    }

    private async Task ReadNominationsAsync(string postId)
    {
        try
        {
            Nominations = await nominationDirectory.OfPostAsync(postId, Aborted);
        }
        catch (RpcException refused) when (OwnPostRule.Hidden(refused))
        {
            Withheld = OwnPostRule.Refused(refused);
        }
    }
}
