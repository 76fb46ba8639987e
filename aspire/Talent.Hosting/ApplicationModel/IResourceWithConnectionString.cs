namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that others reach by a connection string.</summary>
public interface IResourceWithConnectionString : IResource, IValueProvider, IManifestExpressionProvider
{
    /// <summary>The connection string, evaluated when the application runs.</summary>
    ReferenceExpression ConnectionStringExpression { get; }

    /// <summary>The variable that carries the connection string; null for <c>ConnectionStrings__name</c>.</summary>
    string? ConnectionStringEnvironmentVariable => null;

    /// <summary>The connection string; null when there is none.</summary>
    /// <param name="cancellationToken">Stops the wait for the value.</param>
    ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        ConnectionStringExpression.GetValueAsync(cancellationToken);

    /// <summary>The parts of the connection by name (<c>Host</c>, <c>Port</c>, …), each injected as a variable of its own.</summary>
    IEnumerable<KeyValuePair<string, ReferenceExpression>> GetConnectionProperties() => [];

    string IManifestExpressionProvider.ValueExpression => $"{{{Name}.connectionString}}";

    ValueTask<string?> IValueProvider.GetValueAsync(CancellationToken cancellationToken) => GetConnectionStringAsync(cancellationToken);
}
