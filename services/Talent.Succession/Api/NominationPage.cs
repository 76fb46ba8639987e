using System.Globalization;
using System.Text;
using Talent.ServiceDefaults;
using Talent.Succession.Storage;

namespace Talent.Succession.Api;

/// <summary>The order of listed nominations, and the token that says where a page ended.</summary>
internal static class NominationPage
{
    private const char Separator = '\n';

    /// <summary>By post, then place (those without one last), then id.</summary>
    public static Comparer<NominationRow> Comparer { get; } = Comparer<NominationRow>.Create((one, other) =>
    {
        var post = string.CompareOrdinal(one.PostId, other.PostId);
        if (post != 0) return post;
        var rank = (one.Rank ?? int.MaxValue).CompareTo(other.Rank ?? int.MaxValue);
        return rank != 0 ? rank : string.CompareOrdinal(one.Id, other.Id);
    });

    /// <summary>The token of a page that ended with this nomination.</summary>
    public static string Write(NominationRow last) => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join(
        Separator, last.PostId, (last.Rank ?? int.MaxValue).ToString(CultureInfo.InvariantCulture), last.Id)));

    /// <summary>Where the last page ended; null for the first page.</summary>
    public static NominationRow? Read(string token)
    {
        if (token.Length == 0) return null;
        var buffer = new byte[token.Length];
        if (Convert.TryFromBase64String(token, buffer, out var length)
            && Encoding.UTF8.GetString(buffer, 0, length).Split(Separator) is [var post, var rank, var id]
            && int.TryParse(rank, CultureInfo.InvariantCulture, out var place))
            return new NominationRow { Id = id, PostId = post, Rank = place, NominatedOn = default };
        throw Errors.Invalid("page_token", "Give the token of the page before, or none for the first page.");
    }
}
