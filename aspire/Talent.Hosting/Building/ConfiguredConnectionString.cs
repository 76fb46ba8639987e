using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>A connection string of the AppHost's configuration, looked up when the application starts.</summary>
internal sealed class ConfiguredConnectionString(string name, string? variable, IConfiguration configuration)
    : Resource(name), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{configuration.GetConnectionString(Name)
        ?? throw new DistributedApplicationException(
            $"The connection string '{Name}' has no value: set ConnectionStrings:{Name} or the variable ConnectionStrings__{Name}.")}");

    public string? ConnectionStringEnvironmentVariable => variable;
}
