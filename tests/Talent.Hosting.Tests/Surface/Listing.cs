using Talent.Testing;

namespace Aspire.Hosting.Tests;

/// <summary>A listing in Data of what the official packages offer.</summary>
internal sealed class Listing
{
    private const string Heading =
        "# What Aspire.Hosting, .RabbitMQ, .Redis and .PostgreSQL 13.6.5 offer, by reflection (Official/ListingTests).";

    private readonly string _path;

    private Listing(string name) =>
        _path = Path.Combine(Repository.Root, "tests", "Talent.Hosting.Tests", "Data", name);

    public static Listing Extensions { get; } = new("aspire-extensions-13.6.5.txt");

    public static Listing Types { get; } = new("aspire-types-13.6.5.txt");

    public IReadOnlyList<string> Read() => [.. File.ReadLines(_path).Where(line => !line.StartsWith('#'))];

    public void Write(IEnumerable<string> lines) => File.WriteAllLines(_path, lines.Prepend(Heading));
}
