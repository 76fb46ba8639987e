using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>What any kind of resource can be given: here, its environment variables and arguments.</summary>
public static partial class ResourceBuilderExtensions
{
    /// <summary>Sets a variable to a text; null makes it empty.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment =>
        builder.WithVariable(name, value ?? "");

    /// <summary>Sets a variable to an interpolated text, whose values are taken when the application runs.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, in ReferenceExpression.ExpressionInterpolatedStringHandler value)
        where T : IResourceWithEnvironment =>
        builder.WithVariable(name, ReferenceExpression.Create(in value));

    /// <summary>Sets a variable to an expression.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, ReferenceExpression value)
        where T : IResourceWithEnvironment =>
        builder.WithVariable(name, value);

    /// <summary>Sets a variable to the address of an endpoint.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, EndpointReference endpointReference)
        where T : IResourceWithEnvironment =>
        builder.WithVariable(name, endpointReference);

    /// <summary>Sets a variable to the value of a parameter.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return builder.WithVariable(name, parameter.Resource);
    }

    /// <summary>Sets a variable to the connection string of a resource.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string envVarName, IResourceBuilder<IResourceWithConnectionString> resource)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(resource);
        return builder.WithVariable(envVarName, resource.Resource);
    }

    /// <summary>Sets a variable to any value that is known when the application runs, such as one part of an endpoint's address.</summary>
    public static IResourceBuilder<T> WithEnvironment<T, TValue>(this IResourceBuilder<T> builder, string name, TValue value)
        where T : IResourceWithEnvironment
        where TValue : IValueProvider, IManifestExpressionProvider =>
        builder.WithVariable(name, value);

    /// <summary>Sets a variable to a text that is made when the resource starts.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, Func<string> callback)
        where T : IResourceWithEnvironment =>
        builder.WithEnvironment(context => context.EnvironmentVariables[name] = callback());

    /// <summary>Changes the variables when the resource starts, in the order of the declarations.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, Action<EnvironmentCallbackContext> callback)
        where T : IResourceWithEnvironment =>
        builder.WithEnvironment(context =>
        {
            callback(context);
            return Task.CompletedTask;
        });

    /// <summary>Changes the variables when the resource starts, in the order of the declarations.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, Func<EnvironmentCallbackContext, Task> callback)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(callback);
        builder.Model().EnvironmentCallbacks.Add(callback);
        return builder;
    }

    /// <summary>Appends arguments to the command line.</summary>
    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params string[] args) where T : IResourceWithArgs
    {
        ArgumentNullException.ThrowIfNull(args);
        builder.Model().Arguments.AddRange(args);
        return builder;
    }

    /// <summary>Appends arguments: texts, or values that are taken when the application runs.</summary>
    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params object[] args) where T : IResourceWithArgs
    {
        ArgumentNullException.ThrowIfNull(args);
        builder.Model().Arguments.AddRange(args);
        return builder;
    }

    private static IResourceBuilder<T> WithVariable<T>(this IResourceBuilder<T> builder, string name, object value)
        where T : IResourceWithEnvironment
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        return builder.WithEnvironment(context => context.EnvironmentVariables[name] = value);
    }
}
