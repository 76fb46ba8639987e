using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Puts together what one process of a resource is given.</summary>
internal static class ProcessEnvironment
{
    /// <summary>The variables, every value evaluated.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="ports">The ports this process listens on, by the name of the endpoint.</param>
    /// <param name="execution">Whether the application runs or is published.</param>
    /// <param name="cancellationToken">Stops the wait for a value.</param>
    public static async Task<IReadOnlyDictionary<string, string>> VariablesAsync(
        Resource resource,
        IReadOnlyDictionary<string, int> ports,
        DistributedApplicationExecutionContext execution,
        CancellationToken cancellationToken)
    {
        var context = new EnvironmentCallbackContext(execution, resource) { Ports = ports };
        foreach (var endpoint in resource.Endpoints.Where(each => each.PortVariable is not null))
            context.EnvironmentVariables[endpoint.PortVariable!] = Value(ports[endpoint.Name]);
        foreach (var callback in resource.EnvironmentCallbacks)
            await callback(context);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in context.EnvironmentVariables)
            variables[name] = await TextAsync(value, cancellationToken);
        return variables;
    }

    /// <summary>The arguments, every value evaluated.</summary>
    public static async Task<IReadOnlyList<string>> ArgumentsAsync(Resource resource, CancellationToken cancellationToken)
    {
        var arguments = new List<string>();
        foreach (var argument in resource.Arguments)
            arguments.Add(await TextAsync(argument, cancellationToken));
        return arguments;
    }

    private static string Value(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> TextAsync(object value, CancellationToken cancellationToken) =>
        value is IValueProvider provider ? await provider.GetValueAsync(cancellationToken) ?? "" : value.ToString() ?? "";
}
