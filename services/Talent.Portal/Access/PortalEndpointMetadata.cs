namespace Talent.Portal.Access;

/// <summary>Marks the endpoints that belong to the portal, among those of other services in the same process.</summary>
public sealed class PortalEndpointMetadata;
