using Grpc.Core;
using Talent.Events.V1;
using Talent.Roles.Tests.Hosting;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using static Talent.Roles.Tests.Hosting.Arrangement;

namespace Talent.Roles.Tests.Api;

/// <summary>What holds for posts and appointments on either database.</summary>
public abstract class PostServiceSuite(RolesHost host)
{
    private static readonly DateOnly Start = new(2022, 1, 1);

    [Fact]
    public async Task CreatePost_WithoutHolder_IsVacantFromItsFirstDay()
    {
        var group = await MakeAsync(host);

        var post = await group.CreatePostAsync();

        Assert.Equal(new DateOnly(2020, 1, 1).ToDate(), post.VacantSince);
        Assert.Equal([group.First, group.Second], post.Served.Select(served => served.OrganisationCode));
        Assert.Equal("2", post.Etag);
        var events = await host.EventsAsync($"posts/{post.Id}");
        Assert.Equal(["roles.post.created.v1", "roles.vacancy.opened.v1"], events.Select(row => row.Type));
        Assert.Equal([1, 2], events.Select(row => row.AggregateVersion));
        Assert.Equal("account-group-hr-director", events[0].ActorId);
    }

    [Fact]
    public async Task CreatePost_ReadBack_IsEqual()
    {
        var group = await MakeAsync(host);
        var created = await group.CreatePostAsync();

        var read = await host.Posts.GetPostAsync(new() { Id = created.Id }, await host.DirectorAsync());

        Assert.Equal(created, read.Post);
    }

    [Theory]
    [InlineData("family", "post.family is no family")]
    [InlineData("group_id", "nowhere")]
    [InlineData("served.organisation_code", "X0000")]
    [InlineData("title", "")]
    public async Task CreatePost_AWrongReference_NamesTheField(string field, string value)
    {
        var group = await MakeAsync(host);
        var post = group.Post();
        switch (field)
        {
            case "family":
                post.Family = value;
                break;
            case "group_id":
                post.GroupId = value;
                break;
            case "title":
                post.Title = value;
                break;
            default:
                post.Served.Add(Serves(value, 0));
                break;
        }

        var refused = await RefusedAsync(host.Posts.CreatePostAsync(
            new() { RequestId = NewId(), Post = post }, await host.DirectorAsync()));

        Assert.Equal((StatusCode.InvalidArgument, field), (refused.Code, Assert.Single(refused.Fields).Field));
    }

    [Fact]
    public async Task CreatePost_AnIdInUse_AlreadyExists()
    {
        var group = await MakeAsync(host);
        var post = group.Post();
        post.Id = (await group.CreatePostAsync()).Id;

        var refused = await RefusedAsync(host.Posts.CreatePostAsync(
            new() { RequestId = NewId(), Post = post }, await host.DirectorAsync()));

        Assert.Equal((StatusCode.AlreadyExists, "POST_EXISTS"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task CreateAppointment_ToAVacantPost_ClosesTheVacancy()
    {
        var group = await MakeAsync(host);
        var post = await group.CreatePostAsync();

        var answer = await group.AppointAsync(post.Id, Start);

        Assert.Null(answer.Post.VacantSince);
        var appointment = Assert.Single(answer.Post.Appointments);
        Assert.Equal(answer.AppointmentId, appointment.Id);
        Assert.Equal([group.First, group.Second], appointment.Terms.Select(term => term.OrganisationCode));
        var last = (await host.EventsAsync($"posts/{post.Id}"))[^1];
        Assert.Equal("roles.vacancy.closed.v1", last.Type);
        Assert.Equal(Start.ToDate(), VacancyClosed.Parser.ParseFrom(last.Payload).From);
    }

    [Fact]
    public async Task CreateAppointment_TwoAtOnce_OneIsMade()
    {
        var group = await MakeAsync(host);
        var post = await group.CreatePostAsync();
        var director = await host.DirectorAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                await host.Posts.CreateAppointmentAsync(
                    new() { RequestId = NewId(), Appointment = Appointment(post.Id, Start) }, director);
                return "";
            }
            catch (RpcException refused)
            {
                return refused.GetDetails().Reason;
            }
        }));

        Assert.Equal(["", "POST_ALREADY_HELD"], answers.Order(StringComparer.Ordinal));
        var read = await host.Posts.GetPostAsync(new() { Id = post.Id }, director);
        Assert.Single(read.Post.Appointments);
    }

    [Fact]
    public async Task CreateAppointment_ASecondBoardOfTheSamePerson_CarriesTheTermClockOn()
    {
        var group = await MakeAsync(host);
        var director = await host.DirectorAsync();
        var (chair, member) = (await group.CreatePostAsync(), await group.CreatePostAsync());
        var first = Appointment(chair.Id, Start);
        first.Terms.Add(new AppointmentTerm { OrganisationCode = group.First, FirstAppointedOn = new DateOnly(2018, 5, 1).ToDate() });
        await host.Posts.CreateAppointmentAsync(new() { RequestId = NewId(), Appointment = first }, director);

        var second = await group.AppointAsync(member.Id, Start, first.PersonId);

        Assert.Equal(
            [new DateOnly(2018, 5, 1).ToDate(), null],
            Assert.Single(second.Post.Appointments).Terms.Select(term => term.FirstAppointedOn));
    }

    [Fact]
    public async Task EndAppointment_Everywhere_OpensTheVacancyInOneTransaction()
    {
        var group = await MakeAsync(host);
        var post = await group.CreatePostAsync();
        var appointed = await group.AppointAsync(post.Id, Start);

        var answer = await host.Posts.EndAppointmentAsync(
            new()
            {
                RequestId = NewId(),
                PostId = post.Id,
                AppointmentId = appointed.AppointmentId,
                End = RolesHost.Today.ToDate(),
                Reason = EndReason.Retired,
                PostEtag = appointed.Post.Etag,
            },
            await host.DirectorAsync());

        Assert.Equal(RolesHost.Today.ToDate(), answer.Post.VacantSince);
        var events = await host.EventsAsync($"posts/{post.Id}");
        Assert.Equal(["roles.appointment.ended.v1", "roles.vacancy.opened.v1"], events.TakeLast(2).Select(row => row.Type));
        Assert.Equal("retired", events[^2].ReasonCode);
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(row => (int)row.AggregateVersion));
    }

    [Fact]
    public async Task EndAppointment_OnOneBoard_NamesTheBoardInTheEvent()
    {
        var group = await MakeAsync(host);
        var post = await group.CreatePostAsync();
        var appointed = await group.AppointAsync(post.Id, Start);

        var answer = await host.Posts.EndAppointmentAsync(
            new()
            {
                RequestId = NewId(),
                PostId = post.Id,
                AppointmentId = appointed.AppointmentId,
                End = RolesHost.Today.ToDate(),
                Reason = EndReason.TermEnded,
                OrganisationCode = group.Second,
            },
            await host.DirectorAsync());

        Assert.Null(answer.Post.VacantSince);
        Assert.Equal([group.Second], answer.Post.VacantInOrganisationCodes);
        Assert.Equal(EndReason.TermEnded, answer.Post.Appointments[0].Terms[1].EndReason);
        var last = (await host.EventsAsync($"posts/{post.Id}"))[^1];
        Assert.Equal("term-ended", last.ReasonCode);
        var ended = AppointmentEnded.Parser.ParseFrom(last.Payload);
        Assert.Equal(group.Second, ended.OrganisationCode);
        Assert.Null(ended.Appointment.End);
        Assert.Equal(RolesHost.Today.ToDate(), ended.Appointment.Terms[1].EndedOn);
    }

    [Fact]
    public async Task SharePost_WithAThirdTrust_ExtendsTheHolder()
    {
        var group = await MakeAsync(host);
        var other = await MakeAsync(host);
        var post = await group.CreatePostAsync();
        await group.AppointAsync(post.Id, Start);

        var answer = await host.Posts.SharePostAsync(
            new()
            {
                RequestId = NewId(),
                PostId = post.Id,
                Served = { Serves(group.First, 0.4), Serves(group.Second, 0.3), Serves(other.First, 0.3) },
                DaysPerWeek = 6,
            },
            await host.DirectorAsync());

        Assert.Equal(3, answer.Post.Served.Count);
        Assert.Equal(6, answer.Post.DaysPerWeek);
        Assert.Equal(3, Assert.Single(answer.Post.Appointments).Terms.Count);
        Assert.Equal(
            ["roles.post.shared.v1", "roles.appointment.changed.v1"],
            (await host.EventsAsync($"posts/{post.Id}")).TakeLast(2).Select(row => row.Type));
    }

    [Fact]
    public async Task SharePost_WithAReason_KeepsItWithEveryEvent()
    {
        var group = await MakeAsync(host);
        var post = await group.CreatePostAsync();
        var appointment = Appointment(post.Id, Start);
        await host.Posts.CreateAppointmentAsync(
            new() { RequestId = NewId(), Appointment = appointment, ReasonCode = "vacancy" }, await host.DirectorAsync());

        await host.Posts.SharePostAsync(
            new() { RequestId = NewId(), PostId = post.Id, Served = { Serves(group.First, 1) }, ReasonCode = "ended" },
            await host.DirectorAsync());

        Assert.Equal(
            ["vacancy", "vacancy", "ended", "ended"],
            (await host.EventsAsync($"posts/{post.Id}")).TakeLast(4).Select(row => row.ReasonCode));
    }

    [Fact]
    public async Task SharePost_AReasonThatIsNotListed_IsRefused()
    {
        var group = await MakeAsync(host);
        var post = await group.CreatePostAsync();

        var refused = await RefusedAsync(host.Posts.SharePostAsync(
            new() { RequestId = NewId(), PostId = post.Id, Served = { Serves(group.First, 1) }, ReasonCode = "because" },
            await host.DirectorAsync()));

        Assert.Equal((StatusCode.InvalidArgument, "reason_code"), (refused.Code, Assert.Single(refused.Fields).Field));
    }

    [Fact]
    public async Task SharePost_WithABoardThatTheHolderServesElsewhere_CarriesTheTermClockOn()
    {
        var (group, other) = (await MakeAsync(host), await MakeAsync(host));
        var director = await host.DirectorAsync();
        var (shared, elsewhere) = (await group.CreatePostAsync(), await other.CreatePostAsync());
        var first = Appointment(elsewhere.Id, Start);
        first.Terms.Add(new AppointmentTerm { OrganisationCode = other.First, FirstAppointedOn = new DateOnly(2018, 5, 1).ToDate() });
        await host.Posts.CreateAppointmentAsync(new() { RequestId = NewId(), Appointment = first }, director);
        await group.AppointAsync(shared.Id, Start, first.PersonId);

        var answer = await host.Posts.SharePostAsync(
            new() { RequestId = NewId(), PostId = shared.Id, Served = { Serves(group.First, 0.5), Serves(other.First, 0.5) } }, director);

        var term = Assert.Single(answer.Post.Appointments[0].Terms, term => term.OrganisationCode == other.First);
        Assert.Equal(new DateOnly(2018, 5, 1).ToDate(), term.FirstAppointedOn);
    }

    [Fact]
    public async Task UpdateAppointment_NamedFields_ChangesThoseOfTheBoardsGivenAlone()
    {
        var group = await MakeAsync(host);
        var post = await group.CreatePostAsync();
        var appointed = await group.AppointAsync(post.Id, Start);
        var change = new Appointment
        {
            Id = appointed.AppointmentId,
            PostId = post.Id,
            PlannedEnd = Start.AddYears(9).ToDate(),
            Terms =
            {
                new AppointmentTerm
                {
                    OrganisationCode = group.Second, AppointingBody = "nhs-england", ApprovedOn = Start.AddDays(-9).ToDate(),
                    FirstAppointedOn = Start.AddYears(-3).ToDate(),
                },
            },
        };

        var answer = await host.Posts.UpdateAppointmentAsync(
            new()
            {
                RequestId = NewId(),
                Appointment = change,
                UpdateMask = { "planned_end", "terms.approved_on", "terms.first_appointed_on" },
                PostEtag = appointed.Post.Etag,
                ReasonCode = "found",
            },
            await host.DirectorAsync());

        var changed = Assert.Single(answer.Post.Appointments);
        Assert.Equal(Start.AddYears(9).ToDate(), changed.PlannedEnd);
        Assert.Equal(
            [
                new AppointmentTerm { OrganisationCode = group.First },
                new AppointmentTerm
                {
                    OrganisationCode = group.Second,
                    ApprovedOn = Start.AddDays(-9).ToDate(),
                    FirstAppointedOn = Start.AddYears(-3).ToDate(),
                },
            ],
            changed.Terms);
        var last = (await host.EventsAsync($"posts/{post.Id}"))[^1];
        Assert.Equal(("roles.appointment.changed.v1", "found"), (last.Type, last.ReasonCode));
        Assert.Equal(changed, AppointmentChanged.Parser.ParseFrom(last.Payload).Appointment);
    }

    [Fact]
    public async Task UpdateAppointment_AClockLaterThanOneRecordedElsewhere_IsRefused()
    {
        var group = await MakeAsync(host);
        var director = await host.DirectorAsync();
        var (chair, member) = (await group.CreatePostAsync(), await group.CreatePostAsync());
        var first = Appointment(chair.Id, Start);
        first.Terms.Add(new AppointmentTerm { OrganisationCode = group.First, FirstAppointedOn = new DateOnly(2018, 5, 1).ToDate() });
        await host.Posts.CreateAppointmentAsync(new() { RequestId = NewId(), Appointment = first }, director);
        var second = await group.AppointAsync(member.Id, Start, first.PersonId);
        var change = new Appointment
        {
            Id = second.AppointmentId,
            PostId = member.Id,
            Terms = { new AppointmentTerm { OrganisationCode = group.First, FirstAppointedOn = Start.ToDate() } },
        };

        var refused = await RefusedAsync(host.Posts.UpdateAppointmentAsync(
            new() { RequestId = NewId(), Appointment = change, UpdateMask = { "terms.first_appointed_on" } }, director));

        Assert.Equal((StatusCode.FailedPrecondition, "TERM_CLOCK_RUNS"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task UpdateAppointment_OfABoardNotServed_IsRefused()
    {
        var group = await MakeAsync(host);
        var post = await group.CreatePostAsync();
        var appointed = await group.AppointAsync(post.Id, Start);
        var change = new Appointment
        {
            Id = appointed.AppointmentId,
            PostId = post.Id,
            Terms = { new AppointmentTerm { OrganisationCode = "X0000" } },
        };

        var refused = await RefusedAsync(host.Posts.UpdateAppointmentAsync(
            new() { RequestId = NewId(), Appointment = change, UpdateMask = { "terms.approved_on" } }, await host.DirectorAsync()));

        Assert.Equal("BOARD_NOT_SERVED", refused.Reason);
    }

    [Fact]
    public async Task UpdatePost_ADeputyWhoAccepted_KeepsWhoDidAndWhen()
    {
        var group = await MakeAsync(host);
        var (post, deputy) = (await group.CreatePostAsync(), await group.CreatePostAsync(group.Post("Deputy")));
        var accepted = new Deputy
        {
            PostId = deputy.Id,
            Accepted = true,
            AcceptedByPersonId = NewId(),
            AcceptedOn = RolesHost.Today.ToDate(),
        };

        var answer = await host.Posts.UpdatePostAsync(
            new() { RequestId = NewId(), Post = new() { Id = post.Id, Deputies = { accepted } }, UpdateMask = { "deputies" } },
            await host.DirectorAsync());

        Assert.Equal([accepted], answer.Post.Deputies);
        var told = PostRecorded.Parser.ParseFrom((await host.EventsAsync($"posts/{post.Id}"))[^1].Payload);
        Assert.Equal([accepted], told.Post.Deputies);
    }

    [Fact]
    public async Task UpdatePost_NamedFields_ChangesThoseAlone()
    {
        var group = await MakeAsync(host);
        var (post, deputy) = (await group.CreatePostAsync(), await group.CreatePostAsync(group.Post("Deputy")));
        var change = new Post
        {
            Id = post.Id,
            Etag = post.Etag,
            Title = "Group chief executive",
            Criticality = 4,
            DesignedAroundPerson = true,
            Deputies = { new Deputy { PostId = deputy.Id, Accepted = true } },
        };

        var answer = await host.Posts.UpdatePostAsync(
            new() { RequestId = NewId(), Post = change, UpdateMask = { "title", "designed_around_person", "deputies", "days_per_week" } },
            await host.DirectorAsync());

        Assert.Equal("Group chief executive", answer.Post.Title);
        Assert.True(answer.Post.DesignedAroundPerson);
        Assert.Equal(change.Deputies, answer.Post.Deputies);
        Assert.Equal(0, answer.Post.DaysPerWeek);
        Assert.Equal(5, answer.Post.Criticality);
    }

    [Fact]
    public async Task UpdatePost_AStaleEtag_Aborts()
    {
        var group = await MakeAsync(host);
        var post = await group.CreatePostAsync();
        await group.AppointAsync(post.Id, Start);

        var refused = await RefusedAsync(host.Posts.UpdatePostAsync(
            new() { RequestId = NewId(), Post = new() { Id = post.Id, Etag = post.Etag, Title = "Late" }, UpdateMask = { "title" } },
            await host.DirectorAsync()));

        Assert.Equal(StatusCode.Aborted, refused.Code);
    }

    [Fact]
    public async Task UpdatePost_AFieldThatCannotBeChanged_IsRefused()
    {
        var group = await MakeAsync(host);
        var post = await group.CreatePostAsync();

        var refused = await RefusedAsync(host.Posts.UpdatePostAsync(
            new() { RequestId = NewId(), Post = post, UpdateMask = { "group_id" } }, await host.DirectorAsync()));

        Assert.Equal((StatusCode.InvalidArgument, "update_mask"), (refused.Code, refused.Fields[0].Field));
    }

    [Fact]
    public async Task ListPosts_InPages_GivesEachOnceByTitle()
    {
        var group = await MakeAsync(host);
        foreach (var title in (string[])["b", "a", "C", "a"])
            await group.CreatePostAsync(group.Post(title));
        var titles = new List<string>();
        var request = new ListPostsRequest { GroupId = group.GroupId, PageSize = 3 };
        do
        {
            var page = await host.Posts.ListPostsAsync(request, await host.DirectorAsync());
            titles.AddRange(page.Posts.Select(post => post.Title));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(["C", "a", "a", "b"], titles);
    }

    [Fact]
    public async Task ListPosts_VacantOnADay_LeavesOutWhatIsHeldThen()
    {
        var group = await MakeAsync(host);
        var (held, vacant) = (await group.CreatePostAsync(), await group.CreatePostAsync());
        await group.AppointAsync(held.Id, Start);
        var request = new ListPostsRequest { GroupId = group.GroupId, VacantOnly = true };

        var now = await host.Posts.ListPostsAsync(request, await host.DirectorAsync());
        request.AsOf = Start.AddDays(-1).ToDate();
        var before = await host.Posts.ListPostsAsync(request, await host.DirectorAsync());

        Assert.Equal([vacant.Id], now.Posts.Select(post => post.Id));
        Assert.Equal(2, before.Posts.Count);
        Assert.All(before.Posts, post => Assert.NotNull(post.VacantSince));
    }

    [Fact]
    public async Task ListPosts_AForgedPageToken_IsRefused()
    {
        var refused = await RefusedAsync(host.Posts.ListPostsAsync(new() { PageToken = "!" }, await host.DirectorAsync()));

        Assert.Equal((StatusCode.InvalidArgument, "page_token"), (refused.Code, refused.Fields[0].Field));
    }

    [Fact]
    public async Task BatchCreatePosts_WithAppointments_CreatesAllInOrder()
    {
        var group = await MakeAsync(host);
        var (held, vacant) = (group.Post("held"), group.Post("vacant"));
        held.Appointments.Add(Appointment("", Start));
        var request = new BatchCreatePostsRequest { RequestId = NewId(), Posts = { held, vacant } };

        var answer = await host.Posts.BatchCreatePostsAsync(request, await host.DirectorAsync());

        var listed = await host.Posts.ListPostsAsync(new() { GroupId = group.GroupId }, await host.DirectorAsync());
        Assert.Equal(answer.Ids, listed.Posts.Select(post => post.Id));
        Assert.Equal([1, 0], listed.Posts.Select(post => post.Appointments.Count));
    }

    [Fact]
    public async Task BatchCreatePosts_OfOnePersonOnOneBoard_CarriesTheTermClockOn()
    {
        var group = await MakeAsync(host);
        var (member, chair) = (group.Post("a member"), group.Post("b chair"));
        var person = NewId();
        member.Appointments.Add(Appointment("", Start, person));
        chair.Appointments.Add(Appointment("", Start, person));
        chair.Appointments[0].Terms.Add(new AppointmentTerm
        {
            OrganisationCode = group.First,
            FirstAppointedOn = new DateOnly(2018, 5, 1).ToDate(),
        });

        await host.Posts.BatchCreatePostsAsync(new() { RequestId = NewId(), Posts = { member, chair } }, await host.DirectorAsync());

        var listed = await host.Posts.ListPostsAsync(new() { GroupId = group.GroupId }, await host.DirectorAsync());
        Assert.Equal(
            [new DateOnly(2018, 5, 1).ToDate(), null], listed.Posts[0].Appointments[0].Terms.Select(term => term.FirstAppointedOn));
    }

    [Fact]
    public async Task BatchCreatePosts_OneWrongPost_CreatesNone()
    {
        var group = await MakeAsync(host);
        var wrong = group.Post("wrong");
        wrong.Served[0].Share = 0.9;
        var request = new BatchCreatePostsRequest { RequestId = NewId(), Posts = { group.Post(), wrong } };

        var refused = await RefusedAsync(host.Posts.BatchCreatePostsAsync(request, await host.DirectorAsync()));

        Assert.Equal("served.share", refused.Fields[0].Field);
        Assert.Empty((await host.Posts.ListPostsAsync(new() { GroupId = group.GroupId }, await host.DirectorAsync())).Posts);
    }
}

public sealed class PostServiceOnSqliteTests(SqliteRoles host) : PostServiceSuite(host), IClassFixture<SqliteRoles>;

public sealed class PostServiceOnPostgresTests(PostgresRoles host) : PostServiceSuite(host), IClassFixture<PostgresRoles>;
