using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.ServiceDefaults;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Storage;

namespace Talent.Succession.Boards;

/// <summary>Who may see which group, and the rule of the own post.</summary>
internal static class Access
{
    /// <summary>The reason given when a post is the caller's own.</summary>
    public const string OwnPost = "OWN_POST";

    /// <summary>The reason given when a post is not known here, or not yet.</summary>
    public const string PostNotKnown = "POST_NOT_KNOWN";

    public static async Task RequireGroupAsync(
        SuccessionContext context, Caller caller, string groupId, CancellationToken cancellation)
    {
        if (groupId.Length == 0) throw Errors.Invalid("group_id", "Name the group.");
        if (!await SeesGroupAsync(context, caller, groupId, cancellation))
            throw Errors.PermissionDenied("You may see the succession of your own group alone.");
    }

    /// <summary>The group of a post that the caller may see; a post that is not known is no different from one out of scope.</summary>
    public static async Task<string> RequireGroupOfPostAsync(
        SuccessionContext context, Caller caller, string postId, CancellationToken cancellation)
    {
        if (postId.Length == 0) throw Errors.Invalid("post_id", "Name the post.");
        var groupId = await context.RolesPosts.Where(row => row.Id == postId).Select(row => row.GroupId).FirstOrDefaultAsync(cancellation);
        return groupId is { Length: > 0 } && await SeesGroupAsync(context, caller, groupId, cancellation)
            ? groupId
            : throw UnknownPost();
    }

    /// <summary>A post that is not known is no different from one out of scope.</summary>
    public static RpcException UnknownPost() =>
        Errors.NotFound("No post of this id is known to you. If it was made just now, try again in a moment.", PostNotKnown);

    public static void RequireNotOwn(IReadOnlySet<PostId> own, string postId)
    {
        if (!own.Contains(new PostId(postId))) return;
        throw Errors.PermissionDenied(
            "Nobody sees the succession of a post they hold, are named for or have asked for. Ask the delegate for this post.", OwnPost);
    }

    public static async Task<bool> SeesGroupAsync(
        SuccessionContext context, Caller caller, string groupId, CancellationToken cancellation)
    {
        if (caller.SeesGroup(groupId)) return true;
        var region = await context.RolesGroups.Where(row => row.Id == groupId).Select(row => row.RegionCode)
            .FirstOrDefaultAsync(cancellation);
        return region is { Length: > 0 } && caller.Sees(new Place { GroupIds = [groupId], RegionCodes = [region] });
    }
}
