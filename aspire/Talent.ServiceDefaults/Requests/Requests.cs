using System.Globalization;
using Grpc.Core;

namespace Talent.ServiceDefaults;

/// <summary>What the requests of every service have alike: etags, update masks and batches.</summary>
public static class Requests
{
    /// <summary>The most resources that one batch takes.</summary>
    public const int LargestBatch = 1000;

    /// <summary>The etag of a version.</summary>
    public static string Etag(long version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Checks the etag a resource was read with; an empty one checks nothing.</summary>
    /// <param name="etag">The request's.</param>
    /// <param name="version">The version that the resource has now.</param>
    /// <exception cref="RpcException">ABORTED: the resource was changed since.</exception>
    public static void CheckEtag(string etag, long version)
    {
        ArgumentNullException.ThrowIfNull(etag);
        if (etag.Length > 0 && etag != Etag(version))
            throw Errors.Aborted("Somebody else changed this meanwhile: read it again, and repeat the change.");
    }

    /// <summary>The names of an update mask.</summary>
    /// <param name="mask">The request's.</param>
    /// <param name="changeable">The fields that the method can change.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it is empty, or names something that cannot be changed.</exception>
    public static IReadOnlySet<string> Mask(IReadOnlyCollection<string> mask, IReadOnlyCollection<string> changeable)
    {
        ArgumentNullException.ThrowIfNull(mask);
        if (mask.Count == 0)
            throw Errors.Invalid("update_mask", "Name the fields to change.");
        foreach (var field in mask.Where(field => !changeable.Contains(field)))
            throw Errors.Invalid("update_mask", $"The field \"{field}\" cannot be changed here; these can: {string.Join(", ", changeable)}.");
        return mask.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Checks the number of resources of a batch.</summary>
    /// <param name="field">The field that holds them.</param>
    /// <param name="count">How many there are.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: there is none, or more than <see cref="LargestBatch"/>.</exception>
    public static void CheckBatch(string field, int count)
    {
        if (count is 0 or > LargestBatch)
            throw Errors.Invalid(field, $"Send from 1 to {LargestBatch} at once; this request has {count}.");
    }
}
