namespace Talent.Messaging.Restoring;

/// <summary>A log that tells of erasures: a restored database stays closed until it has caught up with it.</summary>
/// <param name="Name">The service whose log it is.</param>
internal sealed record ErasureSource<TContext>(string Name);
