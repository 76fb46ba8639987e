using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Commands;
using Talent.Roles.Domain;
using Talent.Roles.Storage;
using Talent.ServiceDefaults;

namespace Talent.Roles.Api;

/// <summary>Writes changed posts with their events; one more version for each event.</summary>
internal static class PostChanges
{
    /// <summary>The post inside a command, in the caller's scope.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND; ABORTED: it was changed since the etag was read.</exception>
    public static async Task<PostRow> FindPostAsync(
        this CommandScope<RolesContext> scope, Caller caller, string id, string etag, CancellationToken cancellation)
    {
        var row = await scope.Context.Posts
            .Covered(scope.Context, caller, scope.Today)
            .Complete()
            .FirstOrDefaultAsync(post => post.Id == id, cancellation) ?? throw PostRows.NotFound();
        Requests.CheckEtag(etag, row.Version);
        return row;
    }

    /// <summary>Writes a post that was changed, and what happened to it. Nothing happened: nothing is written.</summary>
    /// <param name="scope">The command.</param>
    /// <param name="row">The post before.</param>
    /// <param name="after">The post after, and what happened.</param>
    /// <param name="reason">Code of the reason given; empty: none was asked for.</param>
    public static CommandOutcome Write(this CommandScope<RolesContext> scope, PostRow row, PostAfter after, string reason = "")
    {
        if (after.Changes.Count > 0)
        {
            row.Write(after.Post);
            scope.Append(row, after, reason);
        }
        return CommandOutcome.For(row.Id, row.Version);
    }

    /// <summary>Adds a new post.</summary>
    public static PostRow Create(this CommandScope<RolesContext> scope, Post post)
    {
        var row = new PostRow { Id = post.Id, GroupId = post.GroupId };
        row.Write(post);
        scope.Append(row, post.AsCreated(), "");
        scope.Context.Posts.Add(row);
        return row;
    }

    private static void Append(this CommandScope<RolesContext> scope, PostRow row, PostAfter after, string given)
    {
        foreach (var change in after.Changes)
        {
            var (type, payload, reason) = PostEvents.Of(after.Post, change, given);
            scope.Append($"posts/{row.Id}", ++row.Version, type, payload, reason);
        }
    }
}
