using System.Text.Json;
using Talent.AppHost;
using Talent.Testing;

namespace Aspire.Hosting.Tests;

public sealed class DemonstrationSwitchTests
{
    [Theory]
    [InlineData(true, "--Talent:Demonstration=true")]
    [InlineData(false, "--Talent:Demonstration=false")]
    [InlineData(false)]
    [InlineData(false, "--Talent:Demonstration=true", "--publisher=manifest")]
    public void IsOn_AsConfigured_IsOnWhereItRunsAlone(bool expected, params string[] arguments) =>
        Assert.Equal(expected, DemonstrationSwitch.IsOn(DistributedApplication.CreateBuilder(arguments)));

    [Fact]
    public void IsOn_StartedFromTheRepository_IsSetByTheLaunchProfile()
    {
        var settings = File.ReadAllText(Path.Combine(Repository.Root, "aspire", "Talent.AppHost", "Properties", "launchSettings.json"));
        using var read = JsonDocument.Parse(settings);

        var variables = read.RootElement.GetProperty("profiles").GetProperty("http").GetProperty("environmentVariables");

        Assert.Equal("true", variables.GetProperty("Talent__Demonstration").GetString());
    }
}
