namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a callback sees and changes while the environment of a resource is put together.</summary>
public class EnvironmentCallbackContext
{
    internal EnvironmentCallbackContext(DistributedApplicationExecutionContext executionContext, IResource resource)
    {
        ExecutionContext = executionContext;
        Resource = resource;
    }

    /// <summary>The variables by name: text, or values that are known when the application runs.</summary>
    public Dictionary<string, object> EnvironmentVariables { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the application runs or is published.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <summary>The resource that is about to start.</summary>
    public IResource Resource { get; }

    /// <summary>The ports that the process listens on, by the name of the endpoint.</summary>
    internal IReadOnlyDictionary<string, int> Ports { get; init; } = new Dictionary<string, int>();
}
