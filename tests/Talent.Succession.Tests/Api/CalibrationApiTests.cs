using Grpc.Core;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Succession.Tests.Api;

public sealed class CalibrationApiTests : IAsyncLifetime
{
    private ServiceHost Host { get; set; } = null!;

    public async ValueTask InitializeAsync() => Host = await ServiceHost.StartAsync("sqlite");

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    [Theory]
    [InlineData(Role.Academy)]
    [InlineData(Role.Leader)]
    public async Task GetCalibration_ByAReaderOfTheRegister_GivesEveryFigureBesideItsSource(string role)
    {
        var response = await Host.Forecasts.GetCalibrationAsync(
            new GetCalibrationRequest(), await Host.AsAsync(Caller.Person("reader", "reader", new Grant(role, Scope.Nation))));
        Assert.All(response.Figures.Concat(response.WithConstantTurnover), figure =>
        {
            Assert.NotEmpty(figure.Published.Source);
            Assert.NotEmpty(figure.Model.Inputs);
            Assert.Equal(figure.Model.HasValue, figure.Difference.HasValue);
        });
        Assert.Equal([true, false, false], response.WithConstantTurnover.Select(figure => figure.Fits));
    }

    [Fact]
    public async Task GetCalibration_MedianOfWhichItIsNotKnownWhatWasCounted_IsUnknownWithARange()
    {
        var response = await Host.Forecasts.GetCalibrationAsync(new GetCalibrationRequest(), await Host.DirectorAsync());
        var median = response.Figures.Single(figure => figure.Published.Unit == "years");
        Assert.False(median.Model.HasValue);
        Assert.True(median.Model.Lower < median.Published.Value && median.Published.Value < median.Model.Upper);
    }

    [Fact]
    public async Task GetCalibration_ByAService_IsRefused()
    {
        var service = await Host.AsServiceAsync("roles");
        var error = await Assert.ThrowsAsync<RpcException>(
            async () => await Host.Forecasts.GetCalibrationAsync(new GetCalibrationRequest(), service));
        Assert.Equal(StatusCode.PermissionDenied, error.StatusCode);
    }
}
