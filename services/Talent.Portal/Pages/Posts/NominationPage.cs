using Talent.Messaging;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.Roles.V1;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.Posts;

/// <summary>A form about one nomination for a post.</summary>
public abstract class NominationPage(
    JourneyStore store, IdentifierSource identifiers, PostService.PostServiceClient posts, NominationDirectory nominations,
    PeopleDirectory people) : JourneyPage(store, identifiers)
{
    /// <inheritdoc />
    public override string Address => $"/posts/{PostId}/nominations/{NominationId}/{Step}";

    /// <inheritdoc />
    protected override string Kind => $"nomination-{Step}";

    /// <inheritdoc />
    protected override string Subject => $"{PostId}/{NominationId}";

    /// <summary>What the form does, as its address says it.</summary>
    protected abstract string Step { get; }

    /// <summary>The nomination.</summary>
    protected Nomination Nomination { get; private set; } = new();

    /// <summary>The post.</summary>
    protected Post Post { get; private set; } = new();

    /// <summary>Whom it names.</summary>
    protected string Named { get; private set; } = "";

    /// <summary>Id of the nomination.</summary>
    protected string NominationId => (string)RouteData.Values["nominationId"]!;

    private string PostId => (string)RouteData.Values["postId"]!;

    private string Back => $"/posts/{PostId}";

    /// <summary>What surrounds the questions.</summary>
    protected JourneyPlan Around(string title, string command, IReadOnlyList<Question> questions) => new()
    {
        Title = title,
        Questions = questions,
        Facts =
        [
            new SummaryRow("Post", Post.Title), new SummaryRow("Person", Named),
            new SummaryRow("Place so far", NominationWords.SayRank(Nomination.Rank)),
            new SummaryRow("Told so far", NominationWords.SayTelling(Nomination)),
        ],
        Command = command,
        Destination = Back,
    };

    /// <inheritdoc />
    protected override Task<string> DestinationAsync() => Task.FromResult(Back);

    /// <summary>
    /// Reads post and nomination; the etag is that of when the form was started. A form that was started goes on when the nomination does
    /// not stand any more: its command may have been carried out already, and the service says which.
    /// </summary>
    protected async Task ReadAsync(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        Post = (await posts.GetPostAsync(new GetPostRequest { Id = PostId }, cancellationToken: Aborted)).Post;
        var found = (await nominations.OfPostAsync(PostId, Aborted)).FirstOrDefault(each => each.Id == NominationId);
        if (found is null && !answers.Has("etag"))
            throw ServiceDefaults.Errors.NotFound("The post has no such nomination.");
        Nomination = found ?? new Nomination { Id = NominationId, PostId = PostId };
        if (!answers.Has("etag"))
            answers["etag"] = Nomination.Etag;
        Named = Nomination.External is { } external
            ? NominationWords.SayExternal(external)
            : (await people.FindAsync([Nomination.PersonId], Aborted)).Of(Nomination.PersonId);
    }
}
