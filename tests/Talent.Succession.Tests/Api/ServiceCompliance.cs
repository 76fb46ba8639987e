using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.ServiceDefaults;
using Talent.Succession.ReferenceData;
using Talent.Succession.V1;
using Talent.Types.V1;

namespace Talent.Succession.Tests.Api;

public sealed class SqliteServiceTests() : ServiceCompliance("sqlite");

public sealed class PostgresServiceTests() : ServiceCompliance("postgresql");

/// <summary>What the service does, the same on both databases.</summary>
public abstract class ServiceCompliance(string database) : IAsyncLifetime
{
    private int _requests;

    private ServiceHost Host { get; set; } = null!;

    private Metadata Director { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await ServiceHost.StartAsync(database);
        Director = await Host.DirectorAsync("director");
        await TwoHoldersAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Host.DisposeAsync();
    }

    [Fact]
    public async Task GetBoard_TwoHoldersOfFourPosts_FlagsOnlyTheOneWithoutCover()
    {
        var board = await SettledAsync();

        var flagged = board.Rows.Where(row => row.Flags.Count > 0).Select(row => row.PostId).Order(StringComparer.Ordinal);
        Assert.Equal(["a1", "a2", "a3", "a4"], flagged);
        var flag = board.Rows.First(row => row.Flags.Count > 0).Flags[0];
        Assert.Equal("Dependence on one leader", flag.Title);
        Assert.NotEmpty(flag.Reasons);
        Assert.NotEmpty(flag.Actions);
        Assert.Equal(4, board.Coverage.CoveredOnPaper);
        Assert.True(board.Provenance.BoardVersion > 0);
    }

    [Fact]
    public async Task GetBoard_OnePersonNamedForTwoPosts_CountsAHalfOnEach()
    {
        await NameAsync("a1", "x");
        await NameAsync("a2", "x");
        var board = await Host.BoardAsync(Director, board => board.Rows.Count(row => row.Named > 0) == 6);
        Assert.Equal([0.5, 0.5], board.Rows.Where(row => row.PostId is "a1" or "a2").Select(row => row.SharedOutBenchStrength.Value));
        Assert.Equal(
            board.Rows.Sum(row => row.SharedOutBenchStrength.Value),
            board.Coverage.Measures.Single(measure => measure.Key.EndsWith("over-all-posts", StringComparison.Ordinal)).Value, 1e-9);
    }

    [Fact]
    public async Task ListFlags_StructureChangesWithTheHolderInPlace_ClearsWithAnEvent()
    {
        await SettledAsync();
        foreach (var post in new[] { "a1", "a2", "a3" })
        {
            var changed = Sample.Post(post, $"T{post[1]}");
            var deputy = Sample.Person($"dh{post[1]}");
            changed.Deputies.Add(new Roles.V1.Deputy { PostId = $"d{post[1]}", Accepted = true, AcceptedByPersonId = deputy });
            await Host.TellAsync(Sample.PostCreated(changed));
            await NameAsync(post, $"s{post[1]}");
        }

        await Host.BoardAsync(Director, board => board.Rows.Count == 16 && board.Rows.All(row => row.Flags.Count == 0));
        var all = await Host.Boards.ListFlagsAsync(new ListFlagsRequest { GroupId = Sample.Group, IncludeCleared = true }, Director);
        var cleared = Assert.Single(all.Flags, flag => flag.PostIds.Contains("a1"));
        Assert.Equal(ServiceHost.Today.ToDate(), cleared.ClearedOn);
        Assert.Empty((await Host.Boards.ListFlagsAsync(new ListFlagsRequest { GroupId = Sample.Group }, Director)).Flags);
        await using var context = Host.Storage.CreateContext();
        var events = await context.Events.Where(row => row.Aggregate == "flags/" + cleared.Id).OrderBy(row => row.Sequence).ToListAsync();
        Assert.Equal(["succession.flag.raised.v1", "succession.flag.cleared.v1"], events.Select(row => row.Type));
    }

    [Fact]
    public async Task GetBoard_SharedAppointmentEnds_ShowsThePostVacant()
    {
        await Host.TellAsync(Sample.Ended(Sample.Appointment("a1", "h", ServiceHost.Today.AddYears(-2)), ServiceHost.Today));
        var board = await Host.BoardAsync(Director, board => board.Rows.Any(row => row.PostId == "a1" && row.VacantSince is not null));
        var row = board.Rows.Single(each => each.PostId == "a1");
        Assert.Equal(ServiceHost.Today.ToDate(), row.VacantSince);
        Assert.Equal(row.OrganisationCodes, row.VacantInOrganisationCodes);
        Assert.Empty(row.Holders);
    }

    [Fact]
    public async Task CreateNomination_Repeated_IsCarriedOutOnce()
    {
        var request = Nomination("a1", "x");
        var first = await Host.Nominations.CreateNominationAsync(request, Director);
        var second = await Host.Nominations.CreateNominationAsync(request, Director);
        Assert.Equal(first.Nomination, second.Nomination);
        Assert.Single((await ListAsync("a1")).Nominations);
    }

    [Fact]
    public async Task CreateNomination_RequestIdUsedForAnother_IsRefused()
    {
        var request = Nomination("a1", "x");
        await Host.Nominations.CreateNominationAsync(request, Director);
        request.Nomination.PersonId = Sample.Person("y");
        await AssertRefusedAsync(StatusCode.AlreadyExists, "REQUEST_ID_REUSED", () =>
            Host.Nominations.CreateNominationAsync(request, Director));
    }

    [Fact]
    public async Task CreateNomination_SamePersonTwice_IsRefusedWithTheField()
    {
        await NameAsync("a1", "x");
        var error = await AssertRefusedAsync(
            StatusCode.InvalidArgument, "INVALID_FIELD", () => Host.Nominations.CreateNominationAsync(Nomination("a1", "x"), Director));
        Assert.Equal("nomination.person_id", error.Fields.Single().Field);
    }

    [Fact]
    public async Task CreateNomination_ExternalSuccessor_KeepsTheNameOutOfTheLog()
    {
        var request = Nomination("a1", "");
        request.Nomination.External = new ExternalSuccessor { DisplayName = "Invented Outsider", Organisation = "Elsewhere" };
        var made = await Host.Nominations.CreateNominationAsync(request, Director);
        Assert.Equal("Invented Outsider", made.Nomination.External.DisplayName);
        await using var context = Host.Storage.CreateContext();
        var events = await context.Events.Where(row => row.Aggregate == "slates/a1").ToListAsync();
        Assert.NotEmpty(events);
        Assert.All(events, row => Assert.DoesNotContain(
            "Outsider", System.Text.Encoding.Latin1.GetString(row.Payload), StringComparison.Ordinal));
    }

    [Fact]
    public async Task UpdateNomination_StaleEtag_IsAborted()
    {
        var made = await NameAsync("a1", "x");
        var update = new UpdateNominationRequest { RequestId = NextRequest(), Nomination = made.Clone() };
        update.UpdateMask.AddRange(["telling", "rank"]);
        (update.Nomination.Telling, update.Nomination.Rank) = (Telling.Told, 2);
        var changed = await Host.Nominations.UpdateNominationAsync(update, Director);
        Assert.Equal((Telling.Told, 2), (changed.Nomination.Telling, changed.Nomination.Rank));
        update.RequestId = NextRequest();
        await AssertRefusedAsync(StatusCode.Aborted, "CONFLICT", () => Host.Nominations.UpdateNominationAsync(update, Director));
    }

    [Fact]
    public async Task Nomination_MadeChangedAndWithdrawnWithReasons_KeepsThemWithTheEvents()
    {
        var request = Nomination("a1", "x");
        request.ReasonCode = "panel";
        var made = (await Host.Nominations.CreateNominationAsync(request, Director)).Nomination;
        var changed = (await Host.Nominations.UpdateNominationAsync(
            new UpdateNominationRequest
            {
                RequestId = NextRequest(),
                Nomination = new Nomination { Id = made.Id, Rank = 9 },
                UpdateMask = { "rank" },
                ReasonCode = "asked",
            },
            Director)).Nomination;
        await Host.Nominations.DeleteNominationAsync(
            new DeleteNominationRequest { RequestId = NextRequest(), Id = made.Id, Etag = changed.Etag, ReasonCode = "withdrew" },
            Director);
        await using var context = Host.Storage.CreateContext();
        var reasons = await context.Events.Where(row => row.Aggregate == "slates/a1").OrderBy(row => row.Sequence)
            .Select(row => row.ReasonCode).ToListAsync();
        Assert.Equal(["panel", "asked", "withdrew"], reasons.TakeLast(3));
    }

    [Fact]
    public async Task CreateNomination_AReasonThatIsNotListed_IsRefusedWithTheField()
    {
        var request = Nomination("a1", "x");
        request.ReasonCode = "because";
        var error = await AssertRefusedAsync(
            StatusCode.InvalidArgument, "INVALID_FIELD", () => Host.Nominations.CreateNominationAsync(request, Director));
        Assert.Equal("reason_code", error.Fields.Single().Field);
    }

    [Fact]
    public async Task DeleteNomination_Repeated_AnswersTheSame()
    {
        var made = await NameAsync("a1", "x");
        var request = new DeleteNominationRequest { RequestId = NextRequest(), Id = made.Id, Etag = made.Etag };
        Assert.Equal(made.Id, (await Host.Nominations.DeleteNominationAsync(request, Director)).Id);
        Assert.Equal(made.Id, (await Host.Nominations.DeleteNominationAsync(request, Director)).Id);
        Assert.Empty((await ListAsync("a1")).Nominations);
    }

    [Fact]
    public async Task BatchCreateNominations_OneIsWrong_NoneIsMade()
    {
        var request = new BatchCreateNominationsRequest { RequestId = NextRequest() };
        request.Nominations.AddRange([Nomination("a1", "x").Nomination, Nomination("a2", "y").Nomination,
            Nomination("a1", "x").Nomination]);
        await AssertRefusedAsync(StatusCode.InvalidArgument, "INVALID_FIELD", () =>
            Host.Nominations.BatchCreateNominationsAsync(request, Director));
        Assert.Empty((await ListAsync("a1")).Nominations);
        Assert.Empty((await ListAsync("a2")).Nominations);
    }

    [Fact]
    public async Task ListNominations_SmallPages_ListsEachOnceByPostAndPlace()
    {
        await NameAsync("a1", "x", 2);
        await NameAsync("a1", "y", 1);
        await NameAsync("a2", "x");
        var seen = new List<string>();
        var token = "";
        do
        {
            var request = new ListNominationsRequest { GroupId = Sample.Group, PageSize = 2, PageToken = token };
            var page = await Host.Nominations.ListNominationsAsync(request, Director);
            seen.AddRange(page.Nominations.Select(nomination => $"{nomination.PostId}{nomination.PersonId}"));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        string[] expected = [Of("a1", "y"), Of("a1", "x"), Of("a2", "x"), Of("b1", "t1"), Of("b2", "t2"), Of("b3", "t3"), Of("b4", "t4")];
        Assert.Equal(expected, seen);

        static string Of(string post, string person) => post + Sample.Person(person);
    }

    [Fact]
    public async Task OwnPost_HolderIsDirector_SeesNothingOfIt()
    {
        await SettledAsync();
        var holder = await Host.DirectorAsync("h");
        var board = await Host.BoardAsync(holder, board => board.Rows.Count == 12);
        Assert.Equal((4, 4, 12), (board.OwnPostsLeftOut, board.Coverage.OwnPostsLeftOut, board.Coverage.Posts));
        Assert.All(board.Rows, row => Assert.Empty(row.Flags));
        Assert.Empty((await Host.Boards.ListFlagsAsync(new ListFlagsRequest { GroupId = Sample.Group }, holder)).Flags);
        await AssertOwnAsync(() => Host.Boards.GetPostOutlookAsync(new GetPostOutlookRequest { PostId = "a1" }, holder));
        await AssertOwnAsync(() => Host.Boards.GetVacancyTonightAsync(new GetVacancyTonightRequest { PostId = "a1" }, holder));
        await AssertOwnAsync(() => Host.Boards.GetPersonOutlookAsync(new GetPersonOutlookRequest { PersonId = "h" }, holder));
        await AssertOwnAsync(() => Host.Nominations.ListNominationsAsync(new ListNominationsRequest { PostId = "a1" }, holder));
        await AssertOwnAsync(() => Host.Nominations.CreateNominationAsync(Nomination("a1", "x"), holder));
    }

    [Fact]
    public async Task OwnPost_DirectorIsNamed_SeesNothingOfIt()
    {
        await SettledAsync();
        await NameAsync("a1", "nominee");
        var nominee = await Host.DirectorAsync(Sample.Person("nominee"));
        var board = await Host.BoardAsync(nominee, board => board.Rows.Count == 15);
        Assert.DoesNotContain(board.Rows, row => row.PostId == "a1");
        Assert.Empty((await Host.Boards.ListFlagsAsync(new ListFlagsRequest { GroupId = Sample.Group }, nominee)).Flags);
        var listed = await Host.Nominations.ListNominationsAsync(new ListNominationsRequest { GroupId = Sample.Group }, nominee);
        Assert.DoesNotContain(listed.Nominations, nomination => nomination.PostId == "a1");
        Assert.Equal(1, listed.OwnPostsLeftOut);
        await AssertOwnAsync(() => Host.Nominations.CreateNominationAsync(Nomination("a2", "nominee"), nominee));
    }

    [Fact]
    public async Task AnotherGroupsDirector_IsRefusedEverywhere()
    {
        var other = await Host.DirectorAsync("other", "group-2");
        await AssertRefusedAsync(
            StatusCode.PermissionDenied, "OUT_OF_SCOPE", () =>
                Host.Boards.GetBoardAsync(new GetBoardRequest { GroupId = Sample.Group }, other));
        await AssertRefusedAsync(
            StatusCode.PermissionDenied, "OUT_OF_SCOPE", () =>
                Host.Boards.ListFlagsAsync(new ListFlagsRequest { GroupId = Sample.Group }, other));
        await AssertRefusedAsync(
            StatusCode.NotFound, "POST_NOT_KNOWN",
            () => Host.Boards.GetPostOutlookAsync(new GetPostOutlookRequest { PostId = "a1" }, other));
        await AssertRefusedAsync(
            StatusCode.NotFound, "POST_NOT_KNOWN",
            () => Host.Nominations.CreateNominationAsync(Nomination("a1", "x"), other));
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.LineManager)]
    [InlineData(Role.CompanySecretary)]
    [InlineData(Role.Academy)]
    [InlineData(Role.Administrator)]
    public async Task GetBoard_RoleWithoutThePermission_IsRefused(string role)
    {
        var headers = await Host.AsAsync(Caller.Person("account", "person", new Grant(role, Scope.Nation)));
        await AssertRefusedAsync(
            StatusCode.PermissionDenied, "PERMISSION_MISSING",
            () => Host.Boards.GetBoardAsync(new GetBoardRequest { GroupId = Sample.Group }, headers));
    }

    [Fact]
    public async Task GetPostOutlook_Post_OpensItsNumbersAndIsAudited()
    {
        await NameAsync("a1", "t1");
        var outlook = await Host.Boards.GetPostOutlookAsync(new GetPostOutlookRequest { PostId = "a1" }, Director);
        Assert.Equal("a1", outlook.Row.PostId);
        Assert.NotEmpty(outlook.Row.Risk.Parts);
        Assert.Equal(["b1"], Assert.Single(outlook.Slate).AlsoNamedForPostIds);
        Assert.Contains(outlook.Measures, number => number.Name.Contains("not a forecast about the holder", StringComparison.Ordinal));
        await using var context = Host.Storage.CreateContext();
        Assert.Contains(await context.SlateReads.ToListAsync(), read => read is { PostId: "a1", AccountId: "account-director" });
    }

    [Fact]
    public async Task ListPersonReads_SlateAndOutlookWereRead_SaysWhoAndWhenToThePersonAlone()
    {
        await NameAsync("a1", "t1");
        var id = Sample.Person("t1");
        var person = await Host.AsAsync(Caller.Person("account-t1", id, new Grant(Role.Leader, Scope.Self)));
        Assert.Empty((await Host.Boards.ListPersonReadsAsync(new ListPersonReadsRequest { PersonId = id }, person)).Reads);
        await Host.Boards.GetPostOutlookAsync(new GetPostOutlookRequest { PostId = "a1" }, Director);
        await Host.Boards.GetVacancyTonightAsync(new GetVacancyTonightRequest { PostId = "a1" }, Director);
        await Host.Nominations.ListNominationsAsync(new ListNominationsRequest { GroupId = Sample.Group }, Director);
        await Host.Boards.GetPersonOutlookAsync(new GetPersonOutlookRequest { PersonId = id }, Director);

        var first = await Host.Boards.ListPersonReadsAsync(new ListPersonReadsRequest { PersonId = id, PageSize = 3 }, person);
        var rest = await Host.Boards.ListPersonReadsAsync(
            new ListPersonReadsRequest { PersonId = id, PageToken = first.NextPageToken }, person);

        PersonRead[] reads = [.. first.Reads, .. rest.Reads];
        Assert.Equal(
            [PersonReadSubject.Outlook, PersonReadSubject.Readiness, PersonReadSubject.Readiness, PersonReadSubject.Readiness],
            reads.Select(read => read.Subject));
        Assert.All(reads, read => Assert.Equal(("account-director", Role.GroupHrDirector), (read.ReaderId, read.Role)));
        Assert.Equal("", rest.NextPageToken);
        Assert.DoesNotContain(reads, read => read.ToString().Contains("a1", StringComparison.Ordinal));
        await AssertRefusedAsync(
            StatusCode.PermissionDenied, "OUT_OF_SCOPE",
            () => Host.Boards.ListPersonReadsAsync(new ListPersonReadsRequest { PersonId = id }, Director));
    }

    [Fact]
    public async Task GetVacancyTonight_SuccessorHoldsAPost_ShowsWhatOpensNext()
    {
        await NameAsync("a1", "dh1");
        var tonight = await Host.Boards.GetVacancyTonightAsync(new GetVacancyTonightRequest { PostId = "a1" }, Director);
        Assert.Equal(["a1", "d1"], tonight.Cascade.Select(step => step.PostId));
        Assert.Equal(["T1"], tonight.Organisations.Select(one => one.OrganisationCode));
        Assert.True(Assert.Single(tonight.Slate).CountedHere);
    }

    [Fact]
    public async Task GetVacancyTonight_CascadeReachesTheReadersPost_LeavesItOutAndSaysSo()
    {
        await NameAsync("a1", "dh1");
        var reader = await Host.DirectorAsync(Sample.Person("dh1"));
        await NameAsync("b1", "dh2");
        await AssertOwnAsync(() => Host.Boards.GetVacancyTonightAsync(new GetVacancyTonightRequest { PostId = "a1" }, reader));
        await NameAsync("a2", "dh3");
        await NameAsync("d3", "dh1");
        var tonight = await Host.Boards.GetVacancyTonightAsync(new GetVacancyTonightRequest { PostId = "a2" }, reader);
        Assert.Equal(["a2"], tonight.Cascade.Select(step => step.PostId));
        Assert.True(tonight.OwnPostsLeftOut > 0);
    }

    [Fact]
    public async Task GetPersonOutlook_HolderOfFourPosts_ShowsTheDependency()
    {
        var outlook = await Host.Boards.GetPersonOutlookAsync(new GetPersonOutlookRequest { PersonId = "h" }, Director);
        Assert.Equal(["a1", "a2", "a3", "a4"], outlook.PostsHeld.Select(row => row.PostId).Order(StringComparer.Ordinal));
        Assert.True(outlook.Dependency.Value > 0);
        Assert.Equal(4, outlook.Dependency.Parts.Count);
    }

    [Fact]
    public async Task GetPersonOutlook_AnybodyByANamedReader_LeavesOutTheSameNumberOfPosts()
    {
        await NameAsync("a1", "reader");
        await NameAsync("a1", "t1");
        var reader = await Host.DirectorAsync(Sample.Person("reader"));
        foreach (var person in new[] { "h", "k", Sample.Person("t1"), "eh1" })
        {
            var outlook = await Host.Boards.GetPersonOutlookAsync(new GetPersonOutlookRequest { PersonId = person }, reader);
            Assert.Equal(1, outlook.OwnPostsLeftOut);
        }

        var everybody = await Host.Boards.GetPersonOutlookAsync(new GetPersonOutlookRequest { PersonId = "h" }, Director);
        Assert.Equal(0, everybody.OwnPostsLeftOut);
    }

    [Fact]
    public async Task GetPersonOutlook_NamedForTheReadersPostAlone_IsNotFound()
    {
        await NameAsync("a1", "reader");
        await NameAsync("a1", "rival");
        var reader = await Host.DirectorAsync(Sample.Person("reader"));
        var request = new GetPersonOutlookRequest { PersonId = Sample.Person("rival") };
        await AssertRefusedAsync(StatusCode.NotFound, "NOT_FOUND", () => Host.Boards.GetPersonOutlookAsync(request, reader));
        Assert.Equal(["a1"], (await Host.Boards.GetPersonOutlookAsync(request, Director)).NamedForPostIds);
    }

    [Fact]
    public async Task GetPostOutlook_NomineeCountedForTheReadersPost_LooksAsIfThatPostWereNot()
    {
        var named = Nomination("a1", "reader");
        named.Nomination.Readiness = null;
        await Host.Nominations.CreateNominationAsync(named, Director);
        await NameAsync("a1", "x");
        await NameAsync("a2", "x");
        Assert.Equal("a1", Assert.Single((await SlateAsync("a2", Director)).Slate).CountedForPostId);
        var seen = await SlateAsync("a2", await Host.DirectorAsync(Sample.Person("reader")));
        var entry = Assert.Single(seen.Slate);
        Assert.True(entry.CountedHere);
        Assert.Empty(entry.AlsoNamedForPostIds);
        Assert.Equal(Cover.Confirmed, seen.Row.Cover);
    }

    [Fact]
    public async Task GetVacancyTonight_DeputyIsTheReader_StillSaysThatThePostStandsIn()
    {
        var reader = await Host.DirectorAsync("eh1");
        var tonight = await Host.Boards.GetVacancyTonightAsync(new GetVacancyTonightRequest { PostId = "b1" }, reader);
        Assert.Equal(["e1"], tonight.DeputyPostIds);
        Assert.Equal(["e1"], Assert.Single(tonight.Organisations).DeputyPostIds);
    }

    [Fact]
    public async Task GetBoard_CriticalityNotAgreed_ShowsEqualWeightsUntilItIs()
    {
        var board = await SettledAsync();
        Assert.All(board.Rows, row => Assert.Equal(row.Risk.Value, 3 * row.RiskWithEqualWeights.Value, 1e-9));
        Assert.False(board.OrderChangesWithEqualWeights);
        Assert.Equal(91, board.Provenance.CoverHorizonDays);
        var person = await Host.Boards.GetPersonOutlookAsync(new GetPersonOutlookRequest { PersonId = "h" }, Director);
        Assert.Equal(person.Dependency.Value, 3 * person.DependencyWithEqualWeights.Value, 1e-9);
        var tonight = await Host.Boards.GetVacancyTonightAsync(new GetVacancyTonightRequest { PostId = "a1" }, Director);
        Assert.Equal(tonight.DaysUncovered.Value, 3 * tonight.DaysUncoveredWithEqualWeights.Value, 1e-9);

        await Host.TellAsync(Sample.PostCreated(Heavier("d4")));
        await Host.BoardAsync(Director, each => each.OrderChangesWithEqualWeights);

        await Host.TellAsync(Sample.GroupFormed(agreedOn: ServiceHost.Today));
        var agreed = await Host.BoardAsync(Director, each => each.CriticalityAgreed);
        Assert.All(agreed.Rows, row => Assert.Null(row.RiskWithEqualWeights));
        Assert.False(agreed.OrderChangesWithEqualWeights);
        person = await Host.Boards.GetPersonOutlookAsync(new GetPersonOutlookRequest { PersonId = "h" }, Director);
        Assert.Null(person.DependencyWithEqualWeights);
    }

    [Fact]
    public async Task GetPostOutlook_ChairWhoseTermOnOneBoardIsNearItsLimit_SaysTheBoard()
    {
        var chair = Sample.Post("chair", "T1", "T2");
        chair.Family = "chair";
        var held = Sample.Appointment("chair", "c", ServiceHost.Today.AddYears(-2));
        foreach (var (board, years) in new[] { ("T1", -9), ("T2", -2) })
        {
            held.Terms.Add(new Roles.V1.AppointmentTerm
            {
                OrganisationCode = board,
                FirstAppointedOn = ServiceHost.Today.AddYears(years).ToDate(),
            });
        }

        await Host.TellAsync(Sample.PostCreated(chair), Sample.Appointed(held));
        var outlook = await SlateAsync("chair", Director);
        var boards = Assert.Single(outlook.Measures, number => number.Name.StartsWith("Boards on which a term", StringComparison.Ordinal));
        Assert.Equal(1, boards.Value);
        Assert.Contains("T1", Assert.Single(boards.Inputs).Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flag_TheHolderTakesOnALargerPost_StaysWithItsReply()
    {
        var flag = await FlagAsync();
        await Host.Boards.RecordDiscussionAsync(Discussed(flag, "A deputy starts in spring."), Director);
        var larger = Sample.Post("larger", "T1", "T2", "T3");
        var taken = Sample.Appointment("larger", "h", ServiceHost.Today.AddDays(-1));
        await Host.TellAsync(Sample.PostCreated(larger), Sample.Appointed(taken));
        var board = await Host.BoardAsync(Director, each => each.Rows.Any(row => row.PostId == "larger" && row.Flags.Count > 0));
        Assert.Equal(flag, Assert.Single(board.Rows.SelectMany(row => row.Flags).Select(each => each.Id).Distinct()));
        Assert.Equal("A deputy starts in spring.", Assert.Single(await DiscussionsAsync()).Reply);
    }

    [Fact]
    public async Task Flag_AnotherHolderOfTheSamePosts_IsANewOneWithoutTheReply()
    {
        var flag = await FlagAsync();
        await Host.Boards.RecordDiscussionAsync(Discussed(flag, "A deputy starts in spring."), Director);
        var start = ServiceHost.Today.AddYears(-2);
        await Host.TellAsync([.. Enumerable.Range(1, 4).SelectMany(at => new[]
        {
            Sample.Ended(Sample.Appointment($"a{at}", "h", start), ServiceHost.Today),
            Sample.Appointed(Sample.Appointment($"a{at}", "new", ServiceHost.Today)),
        })]);
        var board = await Host.BoardAsync(Director, each => each.Rows.Any(row => row.PostId == "a1"
            && row.Holders.Any(holder => holder.PersonId == "new") && row.Flags.Count == 1 && row.Flags[0].Id != flag));
        var raised = board.Rows.Single(row => row.PostId == "a1").Flags[0];
        Assert.DoesNotContain(await DiscussionsAsync(), discussion => discussion.FlagId == raised.Id);
        var all = await Host.Boards.ListFlagsAsync(new ListFlagsRequest { GroupId = Sample.Group, IncludeCleared = true }, Director);
        Assert.Equal(ServiceHost.Today.ToDate(), all.Flags.Single(each => each.Id == flag).ClearedOn);
    }

    private static Roles.V1.Post Heavier(string id)
    {
        var post = Sample.Post(id, $"T{id[1]}");
        post.Criticality = 5;
        return post;
    }

    private async Task<GetPostOutlookResponse> SlateAsync(string post, Metadata headers) =>
        await Host.Boards.GetPostOutlookAsync(new GetPostOutlookRequest { PostId = post }, headers);

    private async Task<IReadOnlyList<Discussion>> DiscussionsAsync() =>
        (await Host.Boards.ListDiscussionsAsync(new ListDiscussionsRequest { GroupId = Sample.Group }, Director)).Discussions;

    [Fact]
    public async Task WatchBoard_SomethingChanges_SaysTheNewVersion()
    {
        var board = await SettledAsync();
        using var watch = Host.Boards.WatchBoard(
            new WatchBoardRequest { GroupId = Sample.Group, BoardVersion = board.Provenance.BoardVersion }, Director);
        await NameAsync("a1", "x");
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        Assert.True(watch.ResponseStream.Current.BoardVersion > board.Provenance.BoardVersion);
    }

    [Theory]
    [InlineData("Y56", true)]
    [InlineData("Y99", false)]
    public async Task GetBoard_DirectorOfARegion_SeesTheGroupsOfTheRegion(string region, bool expected)
    {
        var headers = await Host.AsAsync(Caller.Person("regional", null, new Grant(Role.GroupHrDirector, Scope.Region(region))));
        var request = new GetBoardRequest { GroupId = Sample.Group };
        if (expected)
            Assert.Equal(Sample.Group, (await Host.Boards.GetBoardAsync(request, headers)).Board.GroupId);
        else
            await AssertRefusedAsync(StatusCode.PermissionDenied, "OUT_OF_SCOPE", () => Host.Boards.GetBoardAsync(request, headers));
    }

    [Fact]
    public async Task Board_OfADayThatIsOver_IsComputedForToday()
    {
        await SettledAsync();
        await Host.Storage.WriteAsync(
            (context, token) => context.Boards.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.AsOf, ServiceHost.Today.AddDays(-1)), token), CancellationToken.None);
        for (var attempt = 0; attempt < 500; attempt++)
        {
            await using var context = Host.Storage.CreateContext();
            if (await context.Boards.AllAsync(row => row.AsOf == ServiceHost.Today)) return;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        Assert.Fail("The board stayed with the day before.");
    }

    [Fact]
    public async Task GetBoard_PositionThatHasNotCome_AnswersAfterAWhileAndSaysHowFarItReaches()
    {
        var request = new GetBoardRequest { GroupId = Sample.Group, AtLeastRolesPosition = 1_000_000 };
        Assert.True((await Host.Boards.GetBoardAsync(request, Director)).Board.Provenance.RolesPosition < 1_000_000);
    }

    [Fact]
    public async Task Feed_ServiceToken_ReadsWhatWasCommitted()
    {
        await NameAsync("a1", "x");
        var service = await Host.AsServiceAsync("roles");
        var request = new Events.V1.ReadEventsRequest { Source = SuccessionService.Name, PageSize = 1000 };
        for (var attempt = 0; attempt < 500; attempt++)
        {
            var events = (await Host.Feed.ReadEventsAsync(request, service)).Events;
            if (events.Any(each => each is { Type: "succession.nomination.made.v1", Aggregate: "slates/a1" })) return;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        Assert.Fail("The event was not published.");
    }

    [Fact]
    public Task Feed_Person_IsRefused() => AssertRefusedAsync(
        StatusCode.PermissionDenied, "PERMISSION_MISSING", () => Host.Feed.ReadEventsAsync(new Events.V1.ReadEventsRequest(), Director));

    [Fact]
    public async Task PersonErased_Nominee_IsWithdrawnEverywhereAndReportedOnce()
    {
        await NameAsync("a1", "x");
        await NameAsync("a2", "x");
        await Host.TellAsync(Sample.Erased(Sample.Person("x")));
        var expected = new Events.V1.ErasureReported { PersonId = Sample.Person("x"), Answers = 2, Records = 2 };
        Assert.Equal(expected, await ReportAsync(Sample.Person("x")));
        Assert.Empty((await ListAsync("a1")).Nominations);
        Assert.Empty((await ListAsync("a2")).Nominations);
    }

    [Fact]
    public async Task CreateNomination_PersonErasedBefore_IsRefused()
    {
        await Host.TellAsync(Sample.Erased(Sample.Person("x")));
        await ReportAsync(Sample.Person("x"));
        await AssertRefusedAsync(
            StatusCode.FailedPrecondition, "PERSON_ERASED", () => Host.Nominations.CreateNominationAsync(Nomination("a1", "x"), Director));
    }

    [Fact]
    public async Task BatchCreateNominations_OnePersonErasedLater_AnswersTheRestWhenRepeated()
    {
        var request = new BatchCreateNominationsRequest { RequestId = NextRequest() };
        request.Nominations.AddRange([Nomination("a1", "x").Nomination, Nomination("a2", "y").Nomination]);
        var first = await Host.Nominations.BatchCreateNominationsAsync(request, Director);
        await Host.TellAsync(Sample.Erased(Sample.Person("x")));
        Assert.Equal(1, (await ReportAsync(Sample.Person("x"))).Answers);
        Assert.Equal(["", first.Ids[1]], (await Host.Nominations.BatchCreateNominationsAsync(request, Director)).Ids);
        await using var context = Host.Storage.CreateContext();
        var answers = await context.Requests.ToListAsync();
        Assert.DoesNotContain(answers, row => row.Identifiers.Contains(first.Ids[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task CreateNomination_PersonOfAnotherGroup_IsRefused()
    {
        await Host.TellAsync(Sample.Recorded(Sample.Person("elsewhere"), "group-2"));
        await AssertRefusedAsync(
            StatusCode.NotFound, "PERSON_NOT_KNOWN",
            () => Host.Nominations.CreateNominationAsync(Nomination("a1", "elsewhere"), Director));
    }

    [Theory]
    [InlineData("a1")]
    [InlineData("a2")]
    public async Task CreateNomination_ChosenIdThatIsTaken_IsRefused(string post)
    {
        var made = await NameAsync("a1", "x");
        var request = Nomination(post, "y");
        request.Nomination.Id = made.Id;
        await AssertRefusedAsync(
            StatusCode.AlreadyExists, "NOMINATION_EXISTS", () => Host.Nominations.CreateNominationAsync(request, Director));
    }

    [Fact]
    public async Task PersonRecorded_NomineeMovesToAnotherGroup_IsNoCoverAnyMore()
    {
        await SettledAsync();
        await Host.TellAsync(Sample.Recorded(Sample.Person("t1"), "group-2"));
        var board = await Host.BoardAsync(Director, board => board.Coverage.CoveredIfItHappened == 3);
        Assert.Equal((4, 1), (board.Coverage.CoveredOnPaper, board.Coverage.UnknownReadiness));
        var outlook = await Host.Boards.GetPostOutlookAsync(new GetPostOutlookRequest { PostId = "b1" }, Director);
        var entry = Assert.Single(outlook.Slate);
        Assert.Equal((Sample.Person("t1"), false, false), (entry.PersonId, entry.Ready, entry.CountedHere));
    }

    [Fact]
    public async Task AppointmentEnded_NomineeRetires_IsNoCoverAnyMore()
    {
        await NameAsync("a1", "dh1");
        await Host.BoardAsync(Director, board => board.Coverage.CoveredIfItHappened == 5);
        var held = Sample.Appointment("d1", Sample.Person("dh1"), ServiceHost.Today.AddYears(-2));
        held.EndReason = Roles.V1.EndReason.Retired;
        await Host.TellAsync(Sample.Ended(held, ServiceHost.Today));
        await Host.BoardAsync(Director, board => board.Coverage.CoveredIfItHappened == 4);
    }

    [Fact]
    public async Task RecordDiscussion_HolderErasedBefore_IsRefused()
    {
        var flag = await FlagAsync();
        await Host.TellAsync(Sample.Erased("h"));
        await ReportAsync("h");
        await AssertRefusedAsync(
            StatusCode.FailedPrecondition, "HOLDER_ERASED",
            () => Host.Boards.RecordDiscussionAsync(Discussed(flag, "A deputy starts in spring."), Director));
    }

    [Fact]
    public async Task PersonErased_ShownInASlate_IsForgottenByWhoReadIt()
    {
        await NameAsync("a1", "x");
        await Host.Boards.GetPostOutlookAsync(new GetPostOutlookRequest { PostId = "a1" }, Director);
        await Host.TellAsync(Sample.Erased(Sample.Person("x")));
        var expected = new Events.V1.ErasureReported { PersonId = Sample.Person("x"), Answers = 1, Records = 2 };
        Assert.Equal(expected, await ReportAsync(Sample.Person("x")));
        await using var context = Host.Storage.CreateContext();
        Assert.DoesNotContain(await context.SlateReadPeople.ToListAsync(), row => row.PersonId == Sample.Person("x"));
        Assert.NotEmpty(await context.SlateReads.ToListAsync());
    }

    // The report, as soon as it is there.
    private async Task<Events.V1.ErasureReported> ReportAsync(string person)
    {
        for (var attempt = 0; attempt < 500; attempt++)
        {
            await using var context = Host.Storage.CreateContext();
            if (await context.Events.SingleOrDefaultAsync(row => row.Aggregate == $"erasures/{person}") is { } row)
                return Events.V1.ErasureReported.Parser.ParseFrom(row.Payload);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        throw new TimeoutException("The erasure was not reported.");
    }

    [Fact]
    public async Task RecordDiscussion_WithTheReply_IsListedWithTheDaysToReply()
    {
        var flag = await FlagAsync();
        var recorded = await Host.Boards.RecordDiscussionAsync(Discussed(flag, "A deputy starts in spring."), Director);
        var listed = await Host.Boards.ListDiscussionsAsync(new ListDiscussionsRequest { GroupId = Sample.Group }, Director);
        var discussion = Assert.Single(listed.Discussions);
        Assert.Equal(recorded.Discussion, discussion);
        Assert.Equal(("A deputy starts in spring.", ServiceHost.Today.ToDate()), (discussion.Reply, discussion.RepliedOn));
        Assert.Equal(SuccessionReferenceData.ReadWorkingDays().After(ServiceHost.Today, 10).ToDate(), discussion.ReplyUntil);
    }

    [Fact]
    public async Task RecordDiscussion_WithTheReply_KeepsTheTextOutOfTheEvent()
    {
        var flag = await FlagAsync();
        await Host.Boards.RecordDiscussionAsync(Discussed(flag, "A deputy starts in spring."), Director);
        await using var context = Host.Storage.CreateContext();
        var row = await context.Events.SingleAsync(each => each.Type == "succession.flag.discussed.v1");
        var text = await context.Texts.Include(each => each.Subjects).SingleAsync();
        Assert.Equal(text.Id, Events.V1.FlagDiscussed.Parser.ParseFrom(row.Payload).ReplyTextId);
        Assert.Equal(("holder-reply", "h"), (text.Class, Assert.Single(text.Subjects).SubjectId));
        Assert.Equal(ServiceHost.Today.AddMonths(24), text.DeleteOn);
    }

    [Fact]
    public async Task RecordDiscussion_Repeated_IsCarriedOutOnce()
    {
        var request = Discussed(await FlagAsync(), "A deputy starts in spring.");
        var first = await Host.Boards.RecordDiscussionAsync(request, Director);
        Assert.Equal(first, await Host.Boards.RecordDiscussionAsync(request, Director));
        await using var context = Host.Storage.CreateContext();
        Assert.Equal(1, await context.Texts.CountAsync());
    }

    [Fact]
    public async Task RecordDiscussion_Anew_ReplacesTheReply()
    {
        var flag = await FlagAsync();
        await Host.Boards.RecordDiscussionAsync(Discussed(flag, "First."), Director);
        var last = await Host.Boards.RecordDiscussionAsync(Discussed(flag, "Second."), Director);
        Assert.Equal("Second.", last.Discussion.Reply);
        await using var context = Host.Storage.CreateContext();
        Assert.Equal("Second.", (await context.Texts.SingleAsync()).Content);
    }

    [Fact]
    public async Task RecordDiscussion_HolderErasedLater_KeepsTheDayWithoutTheText()
    {
        var flag = await FlagAsync();
        await Host.Boards.RecordDiscussionAsync(Discussed(flag, "A deputy starts in spring."), Director);
        await Host.TellAsync(Sample.Erased("h"));
        Assert.Equal(1, (await ReportAsync("h")).Texts);
        var listed = await Host.Boards.ListDiscussionsAsync(new ListDiscussionsRequest { GroupId = Sample.Group }, Director);
        Assert.Equal(("", ServiceHost.Today.ToDate()), (listed.Discussions[0].Reply, listed.Discussions[0].RepliedOn));
    }

    [Fact]
    public async Task RecordDiscussion_ByTheHolder_IsRefused()
    {
        var request = Discussed(await FlagAsync(), "Mine.");
        var holder = await Host.DirectorAsync("h");
        await AssertOwnAsync(() => Host.Boards.RecordDiscussionAsync(request, holder));
        Assert.Empty((await Host.Boards.ListDiscussionsAsync(new ListDiscussionsRequest { GroupId = Sample.Group }, holder)).Discussions);
    }

    [Fact]
    public async Task RecordDiscussion_ByAnotherGroupsDirector_IsNotFound()
    {
        var request = Discussed(await FlagAsync(), "");
        var other = await Host.DirectorAsync("other", "group-2");
        await AssertRefusedAsync(StatusCode.NotFound, "NOT_FOUND", () => Host.Boards.RecordDiscussionAsync(request, other));
    }

    private async Task<string> FlagAsync() => (await SettledAsync()).Rows.First(row => row.Flags.Count > 0).Flags[0].Id;

    private RecordDiscussionRequest Discussed(string flag, string reply) => new()
    {
        RequestId = NextRequest(),
        FlagId = flag,
        ShownOn = ServiceHost.Today.ToDate(),
        RepliedOn = reply.Length > 0 ? ServiceHost.Today.ToDate() : null,
        Reply = reply,
    };

    [Fact]
    public async Task Expiry_ExternalNotToldWithinAMonth_IsWithdrawnWithItsName()
    {
        var old = External(ServiceHost.Today.AddMonths(-1));
        await Host.Nominations.CreateNominationAsync(old, Director);
        var recent = External(ServiceHost.Today.AddMonths(-1).AddDays(1));
        await Host.Nominations.CreateNominationAsync(recent, Director);
        await Host.ExpireAsync();
        Assert.Equal(recent.Nomination.NominatedOn, Assert.Single((await ListAsync("a1")).Nominations).NominatedOn);
        await using var context = Host.Storage.CreateContext();
        Assert.Equal(1, await context.Texts.CountAsync());
    }

    private CreateNominationRequest External(DateOnly made)
    {
        var request = Nomination("a1", "");
        request.Nomination.External = new ExternalSuccessor { DisplayName = "Invented Outsider" };
        request.Nomination.NominatedOn = made.ToDate();
        return request;
    }

    private async Task TwoHoldersAsync()
    {
        var start = ServiceHost.Today.AddYears(-2);
        var events = new List<Events.V1.Event> { Sample.GroupFormed() };
        for (var at = 1; at <= 4; at++)
        {
            var held = Sample.Post($"b{at}", $"U{at}");
            held.Deputies.Add(new Roles.V1.Deputy { PostId = $"e{at}", Accepted = true, AcceptedByPersonId = $"eh{at}" });
            events.AddRange([
                Sample.PostCreated(Sample.Post($"a{at}", $"T{at}")), Sample.PostCreated(held),
                Sample.PostCreated(Sample.Post($"d{at}", $"T{at}")), Sample.PostCreated(Sample.Post($"e{at}", $"U{at}")),
                Sample.Appointed(Sample.Appointment($"a{at}", "h", start)), Sample.Appointed(Sample.Appointment($"b{at}", "k", start)),
                Sample.Appointed(Sample.Appointment($"d{at}", Sample.Person($"dh{at}"), start)),
                Sample.Appointed(Sample.Appointment($"e{at}", $"eh{at}", start)),
            ]);
        }

        string[] named = ["x", "y", "nominee", "t1", "t2", "t3", "t4", "s1", "s2", "s3", "reader", "rival", "dh1", "dh2", "dh3", "dh4"];
        events.AddRange(named.Select(person => Sample.Recorded(Sample.Person(person))));
        await Host.TellAsync([.. events]);
        for (var at = 1; at <= 4; at++) await NameAsync($"b{at}", $"t{at}");
    }

    // The boards of the moments in between are right too, but not what the tests are about.
    private Task<Board> SettledAsync() => Host.BoardAsync(
        Director,
        board => board.Rows.Count == 16 && board.Coverage.CoveredIfItHappened == 4 && board.Provenance.BoardVersion > 0
            && board.Rows.All(row => row.Flags.Count > 0 == row.PostId.StartsWith('a')));

    private async Task<Nomination> NameAsync(string post, string person, int rank = 0)
    {
        var request = Nomination(post, person);
        request.Nomination.Rank = rank;
        return (await Host.Nominations.CreateNominationAsync(request, Director)).Nomination;
    }

    private async Task<ListNominationsResponse> ListAsync(string post) =>
        await Host.Nominations.ListNominationsAsync(new ListNominationsRequest { PostId = post }, Director);

    private CreateNominationRequest Nomination(string post, string person) => new()
    {
        RequestId = NextRequest(),
        Nomination = new Nomination
        {
            PostId = post,
            PersonId = person.Length == 0 ? "" : Sample.Person(person),
            Readiness = new Readiness { Earliest = ServiceHost.Today.ToDate(), Latest = ServiceHost.Today.ToDate() },
        },
    };

    private string NextRequest() => $"request-{Interlocked.Increment(ref _requests)}";

    private static Task<ErrorDetails> AssertOwnAsync<T>(Func<AsyncUnaryCall<T>> call) =>
        AssertRefusedAsync(StatusCode.PermissionDenied, "OWN_POST", call);

    private static async Task<ErrorDetails> AssertRefusedAsync<T>(StatusCode status, string reason, Func<AsyncUnaryCall<T>> call)
    {
        var details = (await Assert.ThrowsAsync<RpcException>(async () => await call())).GetDetails();
        Assert.Equal((status, reason), (details.Code, details.Reason));
        return details;
    }
}
