using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace Talent.ServiceDefaults;

/// <summary>What OpenTelemetry's extensions need of a host; the package that has it for hosts is not needed for more.</summary>
internal sealed class TelemetryBuilder(IServiceCollection services) : IOpenTelemetryBuilder
{
    public IServiceCollection Services { get; } = services;
}
