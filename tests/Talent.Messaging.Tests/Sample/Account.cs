using Talent.Messaging.Storage;

namespace Talent.Messaging.Tests.Sample;

/// <summary>The aggregate of the sample service: something that can be counted up.</summary>
public sealed class Account : IVersioned
{
    public required string Id { get; init; }

    public long Total { get; set; }

    public DateOnly? ChangedOn { get; set; }

    public long Version { get; set; }
}

/// <summary>What the sample service projects from other services: the sum of what was added to each of their accounts.</summary>
public sealed class ProjectedTotal
{
    public required string Source { get; init; }

    public required string AccountId { get; init; }

    public long Total { get; set; }

    public long LastPosition { get; set; }
}
