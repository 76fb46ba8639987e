namespace Talent.Messaging.Restoring;

/// <summary>Says of an endpoint that it answers only while a service is open.</summary>
/// <param name="Opening">The registered <see cref="IOpening"/> that knows.</param>
internal sealed record OpensWithMetadata(Type Opening);
