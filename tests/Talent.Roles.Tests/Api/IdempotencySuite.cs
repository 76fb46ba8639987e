using Google.Protobuf;
using Grpc.Core;
using Talent.Roles.Tests.Hosting;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using static Talent.Roles.Tests.Hosting.Arrangement;

namespace Talent.Roles.Tests.Api;

/// <summary>Every mutation asked for twice is carried out once, on either database.</summary>
public abstract class IdempotencySuite(RolesHost host)
{
    private static readonly DateOnly Start = new(2022, 1, 1);

    public static TheoryData<string> Mutations => [.. EveryMutation.Methods.Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task Mutation_SentAgain_AnswersTheSameAndChangesNothing(string mutation)
    {
        var call = await PrepareAsync(mutation);
        var requestId = NewId();
        var first = await call(requestId, false);
        var events = await host.CountEventsAsync();

        var second = await call(requestId, false);

        Assert.Equal(first, second);
        Assert.Equal(events, await host.CountEventsAsync());
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task Mutation_AnotherUnderTheSameId_IsRefused(string mutation)
    {
        var call = await PrepareAsync(mutation);
        var requestId = NewId();
        await call(requestId, false);

        var refused = await Assert.ThrowsAsync<RpcException>(() => call(requestId, true));

        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"), (refused.StatusCode, refused.GetDetails().Reason));
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task Mutation_WithoutRequestId_IsRefused(string mutation)
    {
        var call = await PrepareAsync(mutation);

        var refused = await Assert.ThrowsAsync<RpcException>(() => call("", false));

        Assert.Equal("request_id", refused.GetDetails().Fields[0].Field);
    }

    private async Task<Func<string, bool, Task<IMessage>>> PrepareAsync(string mutation)
    {
        var group = await MakeAsync(host);
        var (director, administrator) = (await host.DirectorAsync(), await host.AdministratorAsync());
        var post = await group.CreatePostAsync();
        var appointed = await group.AppointAsync((await group.CreatePostAsync()).Id, Start);
        var (code, person) = (host.NextCode(), NewId());
        string Title(bool other) => other ? "Other" : "One";
        return mutation switch
        {
            "CreatePost" => async (id, other) => await host.Posts.CreatePostAsync(
                new() { RequestId = id, Post = group.Post(Title(other)) }, director),
            "BatchCreatePosts" => async (id, other) => await host.Posts.BatchCreatePostsAsync(
                new() { RequestId = id, Posts = { group.Post(Title(other)) } }, director),
            "UpdatePost" => async (id, other) => await host.Posts.UpdatePostAsync(
                new() { RequestId = id, Post = new() { Id = post.Id, Title = Title(other) }, UpdateMask = { "title" } }, director),
            "SharePost" => async (id, other) => await host.Posts.SharePostAsync(
                new() { RequestId = id, PostId = post.Id, Served = { Serves(group.First, other ? 0.5 : 1) } }, director),
            "CreateAppointment" => async (id, other) => await host.Posts.CreateAppointmentAsync(
                new() { RequestId = id, Appointment = Appointment(post.Id, other ? Start.AddDays(1) : Start, person) }, director),
            "UpdateAppointment" => async (id, other) => await host.Posts.UpdateAppointmentAsync(
                new()
                {
                    RequestId = id,
                    Appointment = new()
                    {
                        Id = appointed.AppointmentId,
                        PostId = appointed.Post.Id,
                        PlannedEnd = Start.AddYears(other ? 9 : 8).ToDate(),
                    },
                    UpdateMask = { "planned_end" },
                },
                director),
            "EndAppointment" => async (id, other) => await host.Posts.EndAppointmentAsync(
                new()
                {
                    RequestId = id,
                    PostId = appointed.Post.Id,
                    AppointmentId = appointed.AppointmentId,
                    End = Start.AddYears(other ? 2 : 1).ToDate(),
                },
                director),
            "BatchCreateOrganisations" => async (id, other) => await host.Organisations.BatchCreateOrganisationsAsync(
                new() { RequestId = id, Organisations = { group.Trust(other ? code + "Z" : code) } }, administrator),
            "CreateGroup" => async (id, other) => await host.Organisations.CreateGroupAsync(
                new() { RequestId = id, Group = group.Group(Title(other)) }, administrator),
            "UpdateGroup" => async (id, other) => await host.Organisations.UpdateGroupAsync(
                new() { RequestId = id, Group = new() { Id = group.GroupId, Title = Title(other) }, UpdateMask = { "title" } },
                administrator),
            // The file goes on being read between the two answers, so only what does not move is compared; a bad file changes nothing.
            "CreateImport" => async (id, other) => WithoutProgress(await host.Imports.CreateImportAsync(
                new()
                {
                    RequestId = id,
                    Kind = ImportFileKind.Regions,
                    FileName = Title(other),
                    Content = ByteString.CopyFromUtf8("no such columns\n"),
                },
                administrator)),
            _ => throw new NotSupportedException($"Say here how a request for {mutation} looks."),
        };
    }

    private static Import WithoutProgress(CreateImportResponse answer) => new()
    {
        Id = answer.Import.Id,
        Kind = answer.Import.Kind,
        FileName = answer.Import.FileName,
        AsOf = answer.Import.AsOf,
        CreatedAt = answer.Import.CreatedAt,
    };
}

public sealed class IdempotencyOnSqliteTests(SqliteRoles host) : IdempotencySuite(host), IClassFixture<SqliteRoles>;

public sealed class IdempotencyOnPostgresTests(PostgresRoles host) : IdempotencySuite(host), IClassFixture<PostgresRoles>;
