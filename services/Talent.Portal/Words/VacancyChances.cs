using Talent.Succession.V1;

namespace Talent.Portal.Words;

/// <summary>How likely a post falls vacant within some years. A post that nobody holds is vacant now, which is no probability.</summary>
public static class VacancyChances
{
    private const string VacantNow = "vacant now";

    /// <summary>For example "24.1% (22% to 26.2%)" or "vacant now".</summary>
    /// <param name="post">The post.</param>
    /// <param name="within">Its probability within the years that are asked about.</param>
    public static string Say(PostForecast post, SimulatedNumber? within)
    {
        ArgumentNullException.ThrowIfNull(post);
        return post.StandsVacant ? VacantNow : Numbers.Say(within, "probability");
    }

    /// <summary>For example "about one in four: 24.1% (22% to 26.2%)" or "vacant now".</summary>
    /// <param name="post">The post.</param>
    /// <param name="within">Its probability within the years that are asked about.</param>
    public static string SayInWords(PostForecast post, SimulatedNumber? within)
    {
        ArgumentNullException.ThrowIfNull(post);
        return post.StandsVacant ? VacantNow : Chances.Say(within);
    }
}
