using System.Globalization;
using Talent.ServiceDefaults;
using Talent.Succession.Storage;

namespace Talent.Succession.Api;

/// <summary>The order of listed nominations, and the token that says where a page ended.</summary>
internal static class NominationPage
{
    /// <summary>By post, then place (those without one last), then id.</summary>
    public static Comparer<NominationRow> Comparer { get; } = Comparer<NominationRow>.Create((one, other) =>
    {
        var post = string.CompareOrdinal(one.PostId, other.PostId);
        if (post != 0) return post;
        var rank = (one.Rank ?? int.MaxValue).CompareTo(other.Rank ?? int.MaxValue);
        return rank != 0 ? rank : string.CompareOrdinal(one.Id, other.Id);
    });

    /// <summary>The token of a page that ended with this nomination.</summary>
    public static string Write(NominationRow last) =>
        Paging.Token(last.PostId, (last.Rank ?? int.MaxValue).ToString(CultureInfo.InvariantCulture), last.Id);

    /// <summary>Where the last page ended; null for the first page.</summary>
    public static NominationRow? Read(string token)
    {
        if (Paging.Keys(token, 3) is not [var post, var rank, var id]) return null;
        return int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? new NominationRow { Id = id, PostId = post, Rank = place, NominatedOn = default }
            : throw Paging.Wrong();
    }
}
