using Grpc.Core;
using Talent.Messaging.Commands;
using Talent.Roles.Domain;
using Talent.Roles.Storage;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using static Talent.Roles.Api.RuleErrors;
using Post = Talent.Roles.Domain.Post;

namespace Talent.Roles.Api;

/// <summary>The writing half for posts.</summary>
internal sealed partial class PostServer
{
    private static readonly string[] Changeable =
    [
        "title", "family", "level", "days_per_week", "criticality", "deputies", "development_post", "designed_around_person", "period",
    ];

    [RequiresPermission(Permission.WritePosts)]
    public override Task<CreatePostResponse> CreatePost(CreatePostRequest request, ServerCallContext context) => Answer(async () =>
    {
        var message = request.Post ?? throw Errors.Invalid("post", "Give the post to create.");
        if (message.Appointments.Count > 0)
            throw Errors.Invalid("post.appointments", "Create the post first, then appoint people to it.");
        var post = await RunAsync(context, request.RequestId, request, async (scope, token) =>
        {
            var created = message.ToNewPost(scope.NextId);
            await CheckNewAsync(scope, context.GetCaller(), [created], token);
            await scope.Context.CheckDeputiesAsync(created.Details.Deputies, token);
            var row = scope.Create(created);
            return CommandOutcome.For(row.Id, row.Version);
        });
        return new CreatePostResponse { Post = post };
    });

    /// <summary>Deputies may name posts that a later batch creates.</summary>
    [RequiresPermission(Permission.WritePosts)]
    public override Task<BatchCreatePostsResponse> BatchCreatePosts(
        BatchCreatePostsRequest request, ServerCallContext context) => Answer(async () =>
    {
        Requests.CheckBatch("posts", request.Posts.Count);
        var outcome = await runner.RunAsync(
            context.Command(request.RequestId, request),
            async (scope, token) =>
            {
                var posts = await WithClocksAsync(
                    scope.Context, [.. request.Posts.Select(message => message.ToNewPost(scope.NextId))], token);
                await CheckNewAsync(scope, context.GetCaller(), posts, token);
                foreach (var post in posts)
                    scope.Create(post);
                return new CommandOutcome([.. posts.Select(post => post.Id)], "");
            },
            context.CancellationToken);
        var answer = new BatchCreatePostsResponse();
        answer.Ids.AddRange(outcome.Identifiers);
        return answer;
    });

    [RequiresPermission(Permission.WritePosts)]
    public override Task<UpdatePostResponse> UpdatePost(UpdatePostRequest request, ServerCallContext context) => Answer(async () =>
    {
        var message = request.Post ?? throw Errors.Invalid("post", "Give the post with its new values.");
        var mask = Requests.Mask(request.UpdateMask, Changeable);
        var post = await RunAsync(context, request.RequestId, request, async (scope, token) =>
        {
            var row = await scope.FindPostAsync(context.GetCaller(), message.Id, message.Etag, token);
            var before = row.ToDomain();
            var details = Masked(before, message, mask);
            if (mask.Contains("family"))
                RoleFamilies.Check(details.Family);
            if (mask.Contains("deputies"))
                await scope.Context.CheckDeputiesAsync(details.Deputies, token);
            return scope.Write(row, before.Change(details));
        });
        return new UpdatePostResponse { Post = post };
    });

    [RequiresPermission(Permission.WritePosts)]
    public override Task<SharePostResponse> SharePost(SharePostRequest request, ServerCallContext context) => Answer(async () =>
    {
        var served = request.Served.ToDomain();
        double? days = request.DaysPerWeek == 0 ? null : request.DaysPerWeek;
        var reason = ChangeReasons.Check(ReasonedChange.Share, request.ReasonCode);
        var post = await RunAsync(context, request.RequestId, request, async (scope, token) =>
        {
            var caller = context.GetCaller();
            var row = await scope.FindPostAsync(caller, request.PostId, request.Etag, token);
            await CheckScopeAsync(scope, caller, row.GroupId, served.Codes, token);
            await scope.Context.CheckServableAsync(served.Codes, scope.Today, token);
            var before = row.ToDomain();
            var people = before.Appointments.Where(one => one.GoesOnAfter(scope.Today)).Select(one => one.PersonId);
            var clocks = await TermClocks.OfAsync(scope.Context, people, token);
            return scope.Write(row, before.Share(served, days, scope.Today, clocks), reason);
        });
        return new SharePostResponse { Post = post };
    });

    // Clocks that the request itself gives count as well, whatever the order of its posts.
    private static async Task<IReadOnlyList<Post>> WithClocksAsync(
        RolesContext context, IReadOnlyList<Post> posts, CancellationToken cancellation)
    {
        var appointments = posts.SelectMany(post => post.Appointments).ToList();
        var clocks = (await TermClocks.OfAsync(context, appointments.Select(one => one.PersonId), cancellation)).With(appointments);
        return
        [
            .. posts.Select(post => new Post(
                post.Id, post.GroupId, post.Details, post.Served, [.. post.Appointments.Select(clocks.CarriedOn)])),
        ];
    }

    private static PostDetails Masked(Post before, V1.Post message, IReadOnlySet<string> mask)
    {
        var merged = before.ToEvent();
        foreach (var field in mask)
        {
            var accessor = V1.Post.Descriptor.FindFieldByName(field).Accessor;
            accessor.Clear(merged);
            if (field == "deputies")
                merged.Deputies.AddRange(message.Deputies);
            else if (!accessor.Descriptor.HasPresence || accessor.HasValue(message))
                accessor.SetValue(merged, accessor.GetValue(message));
        }
        return merged.ToDetails();
    }

    private static async Task CheckNewAsync(
        CommandScope<RolesContext> scope, Caller caller, IReadOnlyList<Post> posts, CancellationToken cancellation)
    {
        foreach (var family in posts.Select(post => post.Details.Family).Distinct())
            RoleFamilies.Check(family);
        await scope.Context.CheckNewAsync(posts, cancellation);
        await scope.Context.CheckGroupsAsync(posts.Select(post => post.GroupId), cancellation);
        foreach (var group in posts.GroupBy(post => post.GroupId))
            await CheckScopeAsync(scope, caller, group.Key, group.SelectMany(post => post.Served.Codes), cancellation);
        var current = posts.Where(post => !post.Details.Period.EndedBy(scope.Today)).SelectMany(post => post.Served.Codes);
        await scope.Context.CheckServableAsync(current, scope.Today, cancellation);
        await scope.Context.CheckRecordedAsync("served.organisation_code", posts.SelectMany(post => post.Served.Codes), cancellation);
        var terms = posts.SelectMany(post => post.Appointments).SelectMany(appointment => appointment.Terms);
        await scope.Context.CheckRecordedAsync("appointments.terms.organisation_code", terms.Select(term => term.Code), cancellation);
    }

    private static async Task CheckScopeAsync(
        CommandScope<RolesContext> scope,
        Caller caller,
        string groupId,
        IEnumerable<OrganisationCode> codes,
        CancellationToken cancellation)
    {
        var values = codes.Select(code => code.Value).Distinct().ToList();
        if (!await caller.CoversAsync(scope.Context, groupId, values, scope.Today, cancellation))
            throw Errors.PermissionDenied("This group and these organisations are outside your scope.");
    }

    private Task<V1.Post> RunAsync(
        ServerCallContext context,
        string requestId,
        Google.Protobuf.IMessage request,
        Func<CommandScope<RolesContext>, CancellationToken, Task<CommandOutcome>> change) => runner.RunAsync(
            context.Command(requestId, request),
            change,
            (database, outcome, token) => new PostView(database, context.GetCaller(), Today).GetAsync(outcome.Identifier, token),
            context.CancellationToken);
}
