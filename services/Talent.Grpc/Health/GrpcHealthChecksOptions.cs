namespace Grpc.AspNetCore.HealthChecks;

/// <summary>How health checks are answered over gRPC.</summary>
public sealed class GrpcHealthChecksOptions
{
    /// <summary>Which checks decide about which service; all of them about the whole server by default.</summary>
    public ServiceMappingCollection Services { get; } = [];

    /// <summary>Whether the last published result is answered instead of running the checks. Not by default.</summary>
    public bool UseHealthChecksCache { get; set; }
}
