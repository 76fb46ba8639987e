namespace Talent.Messaging.Restoring;

/// <summary>Knows whether a service may show what it holds.</summary>
internal interface IOpening
{
    /// <summary>Whether the service may show what it holds; throws where its database does not answer.</summary>
    Task<bool> IsOpenAsync(CancellationToken cancellation);
}
