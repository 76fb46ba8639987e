namespace Talent.Demonstration.Generation;

/// <summary>The instant in every identifier of the demonstration.</summary>
internal sealed class DemonstrationEpoch : TimeProvider
{
    private static readonly DateTimeOffset Instant = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Instant;
}
