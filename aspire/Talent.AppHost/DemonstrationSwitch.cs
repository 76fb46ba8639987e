using Microsoft.Extensions.Configuration;

namespace Talent.AppHost;

/// <summary>Whether invented data is loaded and anybody may sign in as one of the invented people.</summary>
internal static class DemonstrationSwitch
{
    /// <summary>
    /// On where <c>Talent:Demonstration</c> says so, as the launch profile of the repository does. What is published never has it on:
    /// there, real people sign in at a provider.
    /// </summary>
    public static bool IsOn(Aspire.Hosting.IDistributedApplicationBuilder builder) =>
        builder.ExecutionContext.IsRunMode && builder.Configuration.GetValue<bool>("Talent:Demonstration");
}
