using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Values from outside the model.</summary>
public static class ParameterResourceBuilderExtensions
{
    /// <summary>Adds a value that must be set as <c>Parameters:name</c> in the AppHost's configuration.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return Add(builder, name, secret, () => throw new DistributedApplicationException(
            $"The parameter '{name}' has no value: set Parameters:{name} or the variable Parameters__{name.Replace('-', '_')}."));
    }

    /// <summary>Adds a value with a default.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return Add(builder, name, secret, () => value);
    }

    /// <summary>Adds a value with a default that is made when the application starts.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">Makes the value when the configuration has none.</param>
    /// <param name="secret">Whether it must not be shown.</param>
    /// <param name="persist">Whether what was made is kept for the next run.</param>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(value);
        var volumes = ((DistributedApplicationBuilder)builder).Volumes;
        return Add(builder, name, secret, persist ? () => volumes.Secret(name, value.GetDefaultValue) : value.GetDefaultValue);
    }

    /// <summary>Adds the connection string <c>ConnectionStrings:name</c> of the AppHost's configuration.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The name of the resource and of the connection string.</param>
    /// <param name="environmentVariableName">The variable to give it to others in; null for the usual one.</param>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(
        this IDistributedApplicationBuilder builder, string name, string? environmentVariableName = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ConfiguredConnectionString(name, environmentVariableName, builder.Configuration));
    }

    /// <summary>The password of a server that the model gives none: kept with the server's volume, if it has one.</summary>
    internal static ParameterResource Password(IDistributedApplicationBuilder builder, string server, Func<string?> volume)
    {
        var volumes = ((DistributedApplicationBuilder)builder).Volumes;
        var generated = new GenerateParameterDefault { MinLength = 22, Special = false };
        return Add(builder, $"{server}-password", secret: true, () => volume() is { } kept
            ? volumes.Secret($"{kept}.password", generated.GetDefaultValue)
            : generated.GetDefaultValue()).Resource;
    }

    private static IResourceBuilder<ParameterResource> Add(
        IDistributedApplicationBuilder builder, string name, bool secret, Func<string> otherwise)
    {
        var settings = builder.Configuration;
        return builder.AddResource(new ParameterResource(
            name,
            () => settings[$"Parameters:{name}"] ?? settings[$"Parameters:{name.Replace('-', '_')}"] ?? otherwise(),
            secret));
    }
}
