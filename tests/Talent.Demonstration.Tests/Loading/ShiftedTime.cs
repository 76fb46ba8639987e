namespace Talent.Demonstration.Tests.Loading;

/// <summary>The system's clock, some days ahead.</summary>
internal sealed class ShiftedTime(int days) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(days);
}
