using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Posts;

/// <summary>Changes which organisations of the group a post serves, and with what share of its time.</summary>
[Permits(Permission.WritePosts)]
public sealed class ShareModel(
    JourneyStore store, IdentifierSource identifiers, PostService.PostServiceClient posts, GroupDirectory groups,
    OrganisationDirectory organisations, TimeProvider time) : JourneyPage(store, identifiers)
{
    private Post _post = new();
    private SharesQuestion _shares = null!;
    private ManyChoiceQuestion _votes = null!;
    private NumberQuestion _days = null!;

    /// <inheritdoc />
    public override string Address => $"/posts/{Subject}/share";

    /// <inheritdoc />
    protected override string Kind => "share";

    /// <inheritdoc />
    protected override string Subject => (string)RouteData.Values["postId"]!;

    /// <inheritdoc />
    protected override async Task<JourneyPlan> PlanAsync(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        _post = (await posts.GetPostAsync(new GetPostRequest { Id = Subject }, cancellationToken: Aborted)).Post;
        var group = await groups.FindAsync(_post.GroupId, Aborted);
        var today = LondonCalendar.Today(time);
        var codes = group.Members.Where(row => DatedValues.Holds(row, today)).Select(row => row.Value)
            .Concat(PostTable.Codes([_post])).Distinct().ToArray();
        var names = await organisations.FindAsync(codes, Aborted);
        StartFromRecorded(answers);
        Ask(codes, names, answers);
        return new JourneyPlan
        {
            Title = $"Share {_post.Title}",
            Questions = [_shares, _votes, _days, AppointmentWords.AskWhyShared],
            Facts = [new SummaryRow("Post", _post.Title)],
            Warning = Warn(answers),
            Command = "Change the sharing",
            Destination = $"/posts/{_post.Id}",
        };
    }

    /// <inheritdoc />
    protected override async Task<string> CommandAsync(JourneyAnswers answers, string requestId)
    {
        var votes = _votes.Value(answers);
        var request = new SharePostRequest
        {
            RequestId = requestId,
            PostId = Subject,
            Etag = answers["etag"],
            DaysPerWeek = _days.Value(answers) ?? 0,
            Served =
            {
                _shares.Value(answers).Select(share => new ServedOrganisation
                {
                    OrganisationCode = share.Code, Share = share.Share, Voting = votes.Contains(share.Code),
                }),
            },
        };
        await posts.SharePostAsync(request, cancellationToken: Aborted);
        return $"The sharing of {_post.Title} was recorded.";
    }

    private void StartFromRecorded(JourneyAnswers answers)
    {
        if (answers.Has("etag"))
            return;
        answers["etag"] = _post.Etag;
        foreach (var served in _post.Served.Where(served => served.Share > 0))
            answers[$"shares-{served.OrganisationCode}"] = string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"{Math.Round(served.Share * 100, 2)}");
    }

    private void Ask(IReadOnlyList<string> codes, OrganisationNames names, JourneyAnswers answers)
    {
        _shares = new SharesQuestion("shares", "Which organisations does the post serve, with what share of its time?")
        {
            Name = "Serves",
            Organisations = [.. codes.Select(code => (code, names.Of(code)))],
            Hint = "Enter per cent, together at most 100. Leave an organisation empty if the post does not serve it.",
        };
        _votes = new ManyChoiceQuestion("votes", "On which boards does its holder vote?")
        {
            Name = "Votes on the board of",
            None = "no board",
            Hint = "Select all that apply, or none.",
            Choices = [.. _shares.Value(answers).Select(share => new Choice(share.Code, names.Of(share.Code)))],
        };
        _days = new NumberQuestion("days", "How many days a week is the post meant to take?")
        {
            Name = "Days a week",
            Least = 0.1,
            Most = 7,
            Empty = "as before",
            Hint = "Leave it empty to keep what is recorded.",
            Wrong = "Enter the days a week as a number from 0.1 to 7",
        };
    }

    private string? Warn(JourneyAnswers answers) => _shares.Value(answers).Count > 1
        ? "A shared post needs a plan for who takes over, and a fall-back: look at who is named for it and which posts would stand in."
        : null;
}
