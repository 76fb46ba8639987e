namespace Talent.Messaging.Relay;

/// <summary>A lease as its holder knows it.</summary>
/// <param name="Name">What is leased.</param>
/// <param name="Owner">The holder.</param>
/// <param name="Epoch">Which holding it is: another holder has a higher one.</param>
internal sealed record Lease(string Name, string Owner, long Epoch);
