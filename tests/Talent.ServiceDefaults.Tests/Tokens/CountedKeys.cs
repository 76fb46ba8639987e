using Microsoft.IdentityModel.Tokens;

namespace Talent.ServiceDefaults.Tests;

/// <summary>Published keys that a test changes, cuts off and counts the readings of.</summary>
public sealed class CountedKeys : IPublishedKeys
{
    private int _readings;

    public List<string> KeyIds { get; } = [];

    public bool Reachable { get; set; } = true;

    public int Readings => _readings;

    public async Task<IReadOnlyList<JsonWebKey>> ReadAsync(string issuer, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _readings);
        await Task.Yield();
        return Reachable
            ? [.. KeyIds.Select(id => new JsonWebKey { Kid = id })]
            : throw new HttpRequestException("It cannot be reached.");
    }
}
