using Grpc.Core;
using Talent.Roles.Tests.Hosting;
using Talent.ServiceDefaults;
using static Talent.Roles.Tests.Hosting.Arrangement;

namespace Talent.Roles.Tests.Api;

/// <summary>What each scope lets through, on either database.</summary>
public abstract class ScopeSuite(RolesHost host)
{
    private static readonly DateOnly Start = new(2022, 1, 1);

    public static TheoryData<string> Scopes => ["group", "trust", "icb", "region"];

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task ListPosts_InAScope_GivesItsPostsAlone(string kind)
    {
        var (own, other) = (await MakeAsync(host), await MakeAsync(host));
        var (seen, hidden) = (await own.CreatePostAsync(), await other.CreatePostAsync());
        var caller = await host.AsAsync(Role.GroupHrDirector, ScopeOf(kind, own));

        var listed = await host.Posts.ListPostsAsync(new(), caller);
        var refused = await RefusedAsync(host.Posts.GetPostAsync(new() { Id = hidden.Id }, caller));

        Assert.Equal([seen.Id], listed.Posts.Select(post => post.Id));
        Assert.Equal(StatusCode.NotFound, refused.Code);
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task CreatePost_OutsideTheScope_IsRefused(string kind)
    {
        var (own, other) = (await MakeAsync(host), await MakeAsync(host));
        var caller = await host.AsAsync(Role.GroupHrDirector, ScopeOf(kind, own));

        var refused = await RefusedAsync(host.Posts.CreatePostAsync(new() { RequestId = NewId(), Post = other.Post() }, caller));

        Assert.Equal(StatusCode.PermissionDenied, refused.Code);
    }

    [Fact]
    public async Task Writing_APostOutsideTheScope_FindsNothing()
    {
        var (own, other) = (await MakeAsync(host), await MakeAsync(host));
        var post = await other.CreatePostAsync();
        var appointed = await other.AppointAsync(post.Id, Start);
        var caller = await host.AsAsync(Role.GroupHrDirector, Scope.Group(own.GroupId));

        List<ErrorDetails> refused =
        [
            await RefusedAsync(host.Posts.UpdatePostAsync(
                new() { RequestId = NewId(), Post = new() { Id = post.Id, Title = "x" }, UpdateMask = { "title" } }, caller)),
            await RefusedAsync(host.Posts.SharePostAsync(
                new() { RequestId = NewId(), PostId = post.Id, Served = { Serves(own.First, 1) } }, caller)),
            await RefusedAsync(host.Posts.CreateAppointmentAsync(
                new() { RequestId = NewId(), Appointment = Appointment(post.Id, Start) }, caller)),
            await RefusedAsync(host.Posts.EndAppointmentAsync(
                new() { RequestId = NewId(), PostId = post.Id, AppointmentId = appointed.AppointmentId, End = Start.AddYears(1).ToDate() },
                caller)),
        ];

        Assert.All(refused, details => Assert.Equal(StatusCode.NotFound, details.Code));
    }

    [Fact]
    public async Task GetPost_ByALeaderInPost_ShowsTheOwnAppointmentAlone()
    {
        var group = await MakeAsync(host);
        var (post, elsewhere) = (await group.CreatePostAsync(), await group.CreatePostAsync());
        var (before, leader) = (NewId(), NewId());
        var first = Appointment(post.Id, Start, before);
        first.End = Start.AddYears(1).ToDate();
        await host.Posts.CreateAppointmentAsync(new() { RequestId = NewId(), Appointment = first }, await host.DirectorAsync());
        await group.AppointAsync(post.Id, Start.AddYears(1), leader);
        var caller = await host.AsAsync(Role.Leader, Scope.Self, leader);

        var read = await host.Posts.GetPostAsync(new() { Id = post.Id }, caller);
        var listed = await host.Posts.ListPostsAsync(new(), caller);
        var refused = await RefusedAsync(host.Posts.GetPostAsync(new() { Id = elsewhere.Id }, caller));

        Assert.Equal([leader], read.Post.Appointments.Select(one => one.PersonId));
        Assert.Equal([post.Id], listed.Posts.Select(one => one.Id));
        Assert.Equal(StatusCode.NotFound, refused.Code);
    }

    [Fact]
    public async Task ListPersonAppointments_OfAPredecessor_IsEmptyForALeader()
    {
        var group = await MakeAsync(host);
        var post = await group.CreatePostAsync();
        var (before, leader) = (NewId(), NewId());
        var first = Appointment(post.Id, Start, before);
        first.End = Start.AddYears(1).ToDate();
        await host.Posts.CreateAppointmentAsync(new() { RequestId = NewId(), Appointment = first }, await host.DirectorAsync());
        await group.AppointAsync(post.Id, Start.AddYears(1), leader);
        var caller = await host.AsAsync(Role.Leader, Scope.Self, leader);

        var theirs = await host.Posts.ListPersonAppointmentsAsync(new() { PersonId = before, IncludeEnded = true }, caller);
        var own = await host.Posts.ListPersonAppointmentsAsync(new() { PersonId = leader }, caller);
        var all = await host.Posts.ListPersonAppointmentsAsync(
            new() { PersonId = before, IncludeEnded = true }, await host.DirectorAsync());
        var current = await host.Posts.ListPersonAppointmentsAsync(new() { PersonId = before }, await host.DirectorAsync());

        Assert.Empty(theirs.Posts);
        Assert.Equal([leader], own.Posts.SelectMany(one => one.Appointments).Select(one => one.PersonId));
        Assert.Equal([before], all.Posts.SelectMany(one => one.Appointments).Select(one => one.PersonId));
        Assert.Empty(current.Posts);
    }

    [Theory]
    [InlineData("group")]
    [InlineData("trust")]
    [InlineData("icb")]
    public async Task ListGroups_InAScope_GivesItsGroupsAlone(string kind)
    {
        var (own, other) = (await MakeAsync(host), await MakeAsync(host));
        var caller = await host.AsAsync(Role.GroupHrDirector, ScopeOf(kind, own));

        var listed = await host.Organisations.ListGroupsAsync(new(), caller);
        var refused = await RefusedAsync(host.Organisations.GetGroupAsync(new() { Id = other.GroupId }, caller));

        Assert.Equal([own.GroupId], listed.Groups.Select(group => group.Id));
        Assert.Equal(StatusCode.NotFound, refused.Code);
    }

    [Fact]
    public async Task ListGroups_ByALeader_GivesTheGroupOfTheOwnPost()
    {
        var (own, _) = (await MakeAsync(host), await MakeAsync(host));
        var leader = NewId();
        await own.AppointAsync((await own.CreatePostAsync()).Id, Start, leader);

        var listed = await host.Organisations.ListGroupsAsync(new(), await host.AsAsync(Role.Leader, Scope.Self, leader));

        Assert.Equal([own.GroupId], listed.Groups.Select(group => group.Id));
    }

    private static Scope ScopeOf(string kind, Arrangement arrangement) => kind switch
    {
        "group" => Scope.Group(arrangement.GroupId),
        "trust" => Scope.Trust(arrangement.First),
        "icb" => Scope.Icb(arrangement.Board),
        _ => Scope.Region(arrangement.Region),
    };
}

public sealed class ScopeOnSqliteTests(SqliteRoles host) : ScopeSuite(host), IClassFixture<SqliteRoles>;

public sealed class ScopeOnPostgresTests(PostgresRoles host) : ScopeSuite(host), IClassFixture<PostgresRoles>;
