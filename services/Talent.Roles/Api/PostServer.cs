using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Commands;
using Talent.Messaging.Storage;
using Talent.Roles.Storage;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Roles.Api;

/// <summary>Posts, who holds them, and since when they are vacant: the reading half.</summary>
internal sealed partial class PostServer(ServiceStorage<RolesContext> storage, CommandRunner<RolesContext> runner, TimeProvider time)
    : PostService.PostServiceBase
{
    private DateOnly Today => LondonCalendar.Today(time);

    [RequiresPermission(Permission.ReadPosts)]
    public override async Task<GetPostResponse> GetPost(GetPostRequest request, ServerCallContext context)
    {
        await using var database = storage.CreateContext();
        var view = new PostView(database, context.GetCaller(), Today);
        return new() { Post = await view.GetAsync(request.Id, context.CancellationToken) };
    }

    [RequiresPermission(Permission.ReadPosts)]
    public override async Task<ListPostsResponse> ListPosts(ListPostsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var day = request.AsOf.ToDay("as_of") ?? Today;
        await using var database = storage.CreateContext();
        var view = new PostView(database, context.GetCaller(), Today);
        var posts = Filter(view.Posts, request, day);
        if (Paging.Keys(request.PageToken, 2) is [var title, var id])
            posts = posts.Where(post => post.Title.CompareTo(title) > 0 || (post.Title == title && post.Id.CompareTo(id) > 0));
        var rows = await posts.OrderBy(post => post.Title).ThenBy(post => post.Id).Take(size + 1).Complete()
            .ToListAsync(context.CancellationToken);
        var answer = new ListPostsResponse();
        if (rows.Count > size)
        {
            rows.RemoveAt(size);
            answer.NextPageToken = Paging.Token(rows[^1].Title, rows[^1].Id);
        }
        answer.Posts.AddRange(await view.ShowAsync(rows, day, context.CancellationToken));
        return answer;
    }

    [RequiresPermission(Permission.ReadAppointments)]
    public override async Task<ListPersonAppointmentsResponse> ListPersonAppointments(
        ListPersonAppointmentsRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var (person, today) = (request.PersonId, Today);
        if (person.Length == 0)
            throw Errors.Invalid("person_id", "Give the id of the person.");
        await using var database = storage.CreateContext();
        var posts = database.Posts.AsNoTracking();
        if (!(caller.SeesSelf && caller.IsSelf(person)))
            posts = posts.Covered(database, caller, today);
        var rows = await posts
            .Where(post => post.Appointments.Any(one => one.PersonId == person
                && (request.IncludeEnded || one.EndsOn == null || one.EndsOn > today)))
            .OrderBy(post => post.Title).ThenBy(post => post.Id)
            .Complete()
            .ToListAsync(context.CancellationToken);
        var answer = new ListPersonAppointmentsResponse();
        answer.Posts.AddRange(rows.Select(row => row.ToDomain().ToContract(
            Requests.Etag(row.Version),
            today,
            one => one.PersonId == person && (request.IncludeEnded || one.GoesOnAfter(today)))));
        return answer;
    }

    private static IQueryable<PostRow> Filter(IQueryable<PostRow> posts, ListPostsRequest request, DateOnly day)
    {
        if (request.GroupId.Length > 0)
            posts = posts.Where(post => post.GroupId == request.GroupId);
        if (request.OrganisationCode.Length > 0)
            posts = posts.Where(post => post.Served.Any(served => served.OrganisationCode == request.OrganisationCode));
        return request.VacantOnly ? posts.VacantOn(day) : posts;
    }
}
