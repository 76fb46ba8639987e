using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Connection strings that the model puts together.</summary>
public static class ConnectionStringBuilderExtensions
{
    /// <summary>Adds a connection string made of other values of the model.</summary>
    public static IResourceBuilder<ConnectionStringResource> AddConnectionString(
        this IDistributedApplicationBuilder builder, string name, ReferenceExpression connectionStringExpression)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(connectionStringExpression);
        return builder.AddResource(new ConnectionStringResource(name, connectionStringExpression));
    }
}
