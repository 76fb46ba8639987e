using Talent.Portal.Reading;
using Talent.Succession.V1;

namespace Talent.Portal.Words;

/// <summary>What is not known and what it does to a number of days.</summary>
public static class WideningWords
{
    private const int MostNames = 3;

    /// <summary>
    /// For example "probability that a named successor who is ready accepts: with 50% it is 66 days, with 95% it is 40 days", and what to
    /// record where that would help.
    /// </summary>
    /// <param name="widening">What is not known.</param>
    /// <param name="unit">Unit of the days.</param>
    /// <param name="titles">Titles of the posts whose records are missing.</param>
    /// <param name="ownPostId">The post that is spoken of, which needs no title; null: the whole group.</param>
    public static string Say(Widening widening, string unit, PostTitles titles, string? ownPostId = null)
    {
        ArgumentNullException.ThrowIfNull(widening);
        ArgumentNullException.ThrowIfNull(titles);
        var families = widening.Families.Count == 0 ? "" : $" ({Some(widening.Families.Select(RoleFamilies.Say), "kinds of post")})";
        var effect = $"{widening.Name}{families}: {At(widening.Low, widening.AtLow)}, {At(widening.High, widening.AtHigh)}";
        return widening.ToRecord.Length == 0
            ? effect : $"{effect}. To know it, record {widening.ToRecord}{Of(widening, titles, ownPostId)}";

        string At(double end, double days) => $"with {Numbers.Say(end, widening.Unit)} it is {Numbers.Say(days, unit)}";
    }

    /// <summary>The same for a table, for example "typical time to fill a post by open competition: 40 to 280 days".</summary>
    /// <param name="widening">What is not known.</param>
    public static string SayBriefly(Widening widening)
    {
        ArgumentNullException.ThrowIfNull(widening);
        var (least, most) = (Math.Min(widening.AtLow, widening.AtHigh), Math.Max(widening.AtLow, widening.AtHigh));
        return $"{widening.Name}: {Numbers.Say(least, "")} to {Numbers.Say(most, "days")}";
    }

    private static string Of(Widening widening, PostTitles titles, string? ownPostId)
    {
        if (widening.PostIds.Count == 1 && widening.PostIds[0] == ownPostId) return "";
        return $" ({Some(widening.PostIds.Select(titles.Of).Order(StringComparer.OrdinalIgnoreCase), "posts")})";
    }

    private static string Some(IEnumerable<string> names, string many)
    {
        string[] all = [.. names];
        return all.Length > MostNames ? $"{Numbers.Word(all.Length)} {many}" : string.Join("; ", all);
    }
}
