using Microsoft.AspNetCore.Mvc;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Reading;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.Groups;

/// <summary>What to expect of a group's posts over some years, by simulation.</summary>
[Permits(Permission.ReadBoards)]
public sealed class ForecastModel(GroupDirectory groups, ForecastReading forecasts) : PortalPage
{
    /// <summary>The word by which an address asks for the forecast that is there at once.</summary>
    public const string AtOnce = "at-once";

    /// <summary>The word by which an address asks for the full forecast.</summary>
    public const string Full = "full";

    /// <summary>Which forecast is wanted; null: the best that rests on what is recorded now.</summary>
    [BindProperty(SupportsGet = true, Name = "tier")]
    public string? Tier { get; set; }

    /// <summary>The group.</summary>
    public Group Group { get; private set; } = new();

    /// <summary>The forecast.</summary>
    public NamedForecast Named { get; private set; } = null!;

    /// <summary>The posts, those expected to stay uncovered longest first.</summary>
    public IReadOnlyList<PostForecast> Posts =>
    [
        .. Named.Forecast.Posts.OrderByDescending(post => post.UncoveredDays.Value)
            .ThenBy(post => Named.Names.Titles.Of(post.PostId), StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>How often organisations have neither chair nor chief executive, by the name of the organisation.</summary>
    public IReadOnlyList<ChairAndChiefExecutiveMissing> BothMissing =>
    [
        .. Named.Forecast.ChairAndChiefExecutiveMissing
            .OrderBy(missing => Named.Names.Organisations.Of(missing.OrganisationCode), StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Reads the forecast.</summary>
    public async Task OnGetAsync(string groupId)
    {
        Group = await groups.FindAsync(groupId, Aborted);
        Describe($"What to expect over five years: {Group.Title}", Home, new Link(Group.Title, $"/groups/{groupId}"));
        var tier = Tier switch { AtOnce => ForecastTier.AtOnce, Full => ForecastTier.Full, _ => ForecastTier.Unspecified };
        Named = await forecasts.ReadAsync(groupId, tier, Aborted);
    }
}
