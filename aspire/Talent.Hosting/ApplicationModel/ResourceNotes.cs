namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a resource waits for before it starts.</summary>
/// <param name="Dependency">The other resource.</param>
/// <param name="ExitCode">The exit code it must end with; null when it must be running and healthy.</param>
internal sealed record ResourceWait(IResource Dependency, int? ExitCode);

/// <summary>A GET that must be answered with a certain status before the resource counts as healthy.</summary>
/// <param name="EndpointName">The endpoint to ask; null for the first of https and http.</param>
/// <param name="Path">Path and query.</param>
/// <param name="StatusCode">The expected status.</param>
internal sealed record HttpHealthCheck(string? EndpointName, string Path, int StatusCode);

/// <summary>How the address of an endpoint is shown.</summary>
internal sealed record EndpointUrl(string EndpointName, Action<ResourceUrlAnnotation> Change);
