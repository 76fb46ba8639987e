using System.Diagnostics;
using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Talent.Messaging.Commands;
using Talent.ServiceDefaults;

namespace Talent.Roles.Api;

/// <summary>What all requests have alike.</summary>
internal static class Requests
{
    private const int LongestRequestId = 200;

    /// <summary>The command that a request asks for.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it has no request id.</exception>
    public static CommandContext Command(this ServerCallContext call, string requestId, IMessage body)
    {
        if (string.IsNullOrWhiteSpace(requestId))
            throw Errors.Invalid("request_id", "Give the request an id, so that repeating it is harmless.");
        if (requestId.Length > LongestRequestId)
            throw Errors.Invalid("request_id", $"Shorten the request id to at most {LongestRequestId} characters.");
        var correlation = Activity.Current?.TraceId.ToString() ?? call.GetHttpContext().TraceIdentifier;
        return new(call.GetCaller().AccountId, call.Method.TrimStart('/'), requestId, body, correlation);
    }

    /// <summary>Checks the etag a resource was read with; an empty one checks nothing.</summary>
    /// <exception cref="RpcException">ABORTED: the resource was changed since.</exception>
    public static void CheckEtag(string etag, long version)
    {
        if (etag.Length > 0 && etag != Etag(version))
            throw Errors.Aborted("Somebody else changed this meanwhile: read it again, and repeat the change.");
    }

    /// <summary>The etag of a version.</summary>
    public static string Etag(long version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>The names of an update mask.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it is empty, or names something that cannot be changed.</exception>
    public static IReadOnlySet<string> Mask(IReadOnlyCollection<string> mask, IReadOnlyCollection<string> changeable)
    {
        if (mask.Count == 0)
            throw Errors.Invalid("update_mask", "Name the fields to change.");
        foreach (var field in mask.Where(field => !changeable.Contains(field)))
            throw Errors.Invalid("update_mask", $"\"{field}\" cannot be changed here; these can: {string.Join(", ", changeable)}.");
        return mask.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Checks the number of resources of a batch.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: there is none, or more than a batch takes.</exception>
    public static void CheckBatch(string field, int count)
    {
        const int LargestBatch = 1000;
        if (count is 0 or > LargestBatch)
            throw Errors.Invalid(field, $"Send from 1 to {LargestBatch} at once; this request has {count}.");
    }
}
