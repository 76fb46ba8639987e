using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>A connection string put together in the model, or taken from the configuration.</summary>
public sealed class ConnectionStringResource : Resource, IResourceWithConnectionString
{
    /// <summary>A connection string with the value of <paramref name="connectionStringExpression"/>.</summary>
    public ConnectionStringResource(string name, ReferenceExpression connectionStringExpression) : base(name) =>
        ConnectionStringExpression = connectionStringExpression;

    /// <inheritdoc />
    public ReferenceExpression ConnectionStringExpression { get; }
}
