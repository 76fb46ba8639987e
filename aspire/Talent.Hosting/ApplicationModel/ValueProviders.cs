namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that is known only when the application starts, such as a port or a generated password.</summary>
public interface IValueProvider
{
    /// <summary>The value; null when there is none.</summary>
    /// <param name="cancellationToken">Stops the wait for the value.</param>
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);
}

/// <summary>A value that a deployment manifest names instead of holding.</summary>
public interface IManifestExpressionProvider
{
    /// <summary>The placeholder, such as <c>{postgres.connectionString}</c>.</summary>
    string ValueExpression { get; }
}
