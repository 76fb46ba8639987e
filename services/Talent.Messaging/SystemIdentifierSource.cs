namespace Talent.Messaging;

/// <summary>Identifiers for use in production: the time of the injected clock and 74 random bits.</summary>
/// <param name="time">Gives the milliseconds at the head of each identifier.</param>
public sealed class SystemIdentifierSource(TimeProvider time) : IdentifierSource
{
    /// <inheritdoc />
#pragma warning disable RS0030 // This is the adapter that the ban points to.
    public override Guid NextGuid() => Guid.CreateVersion7(time.GetUtcNow());
#pragma warning restore RS0030
}
