using Talent.Succession.Forecasts;
using Talent.Succession.V1;
using Talent.Testing;

namespace Talent.Succession.Tests.Forecasts;

public sealed class ForecastCacheTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Find_WhatWasKept_IsFoundByGroupTierAndFingerprint()
    {
        var cache = new ForecastCache(_time);
        var forecast = new Forecast { GroupId = "g" };
        cache.Keep("g", ForecastTier.Full, "print", forecast);
        Assert.Same(forecast, cache.Find("g", ForecastTier.Full, "print"));
        Assert.Null(cache.Find("g", ForecastTier.AtOnce, "print"));
        Assert.Null(cache.Find("g", ForecastTier.Full, "another"));
        Assert.Null(cache.Find("other", ForecastTier.Full, "print"));
    }

    [Fact]
    public void Find_AfterTenMinutes_FindsNothing()
    {
        var cache = new ForecastCache(_time);
        cache.Keep("g", ForecastTier.Full, "print", new Forecast());
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.NotNull(cache.Find("g", ForecastTier.Full, "print"));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(cache.Find("g", ForecastTier.Full, "print"));
    }

    [Fact]
    public void Keep_MoreThanSixteen_ForgetsTheOldest()
    {
        var cache = new ForecastCache(_time);
        for (var each = 0; each <= 16; each++) cache.Keep("g", ForecastTier.Full, $"print-{each}", new Forecast());
        Assert.Null(cache.Find("g", ForecastTier.Full, "print-0"));
        Assert.NotNull(cache.Find("g", ForecastTier.Full, "print-1"));
        Assert.NotNull(cache.Find("g", ForecastTier.Full, "print-16"));
    }
}
