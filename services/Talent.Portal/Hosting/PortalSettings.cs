namespace Talent.Portal.Hosting;

/// <summary>What the portal takes from configuration.</summary>
/// <param name="Demonstration">
/// <c>Talent:Demonstration</c>: whether anybody may sign in as one of the invented people. Never on where real people are.
/// </param>
/// <param name="BoardPollInterval">
/// <c>Talent:BoardPollInterval</c>: how often an open board's version is asked for where no message announces it sooner;
/// two seconds.
/// </param>
public sealed record PortalSettings(bool Demonstration, TimeSpan BoardPollInterval)
{
    /// <summary>Reads the settings.</summary>
    public static PortalSettings From(IConfiguration configuration) => new(
        configuration.GetValue("Talent:Demonstration", defaultValue: false),
        configuration.GetValue("Talent:BoardPollInterval", TimeSpan.FromSeconds(2)));
}
