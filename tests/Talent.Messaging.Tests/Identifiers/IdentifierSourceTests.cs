using Talent.Testing;

namespace Talent.Messaging.Tests.Identifiers;

public sealed class IdentifierSourceTests
{
    [Fact]
    public void Next_SameSeedSameInstants_GivesTheSameSeries()
    {
        var one = new SeededIdentifierSource(7, new FakeTimeProvider());
        var two = new SeededIdentifierSource(7, new FakeTimeProvider());
        Assert.Equal(Take(one, 50), Take(two, 50));
    }

    [Fact]
    public void Next_OtherSeed_GivesOtherIdentifiers() => Assert.Empty(
        Take(new SeededIdentifierSource(7, new FakeTimeProvider()), 50)
            .Intersect(Take(new SeededIdentifierSource(8, new FakeTimeProvider()), 50)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NextGuid_AnySource_IsVersion7WithTheClocksMilliseconds(bool seeded)
    {
        var time = new FakeTimeProvider();
        IdentifierSource source = seeded ? new SeededIdentifierSource(1, time) : new SystemIdentifierSource(time);
        var bytes = source.NextGuid().ToByteArray(bigEndian: true);
        var milliseconds = bytes.Take(6).Aggregate(0L, (value, each) => (value << 8) | each);
        Assert.Equal(time.GetUtcNow().ToUnixTimeMilliseconds(), milliseconds);
        Assert.Equal((7, 0b10), (bytes[6] >> 4, bytes[8] >> 6));
    }

    [Fact]
    public void NextGuid_ManyThreads_NeverTheSameTwice()
    {
        var source = new SeededIdentifierSource(3, new FakeTimeProvider());
        var made = Enumerable.Range(0, 8).AsParallel().SelectMany(_ => Take(source, 1000)).ToList();
        Assert.Equal(8000, made.Distinct(StringComparer.Ordinal).Count());
    }

    private static List<string> Take(IdentifierSource source, int count) => [.. Enumerable.Range(0, count).Select(_ => source.Next())];
}
