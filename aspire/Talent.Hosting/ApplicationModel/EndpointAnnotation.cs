namespace Aspire.Hosting.ApplicationModel;

/// <summary>A named port of a resource.</summary>
public sealed class EndpointAnnotation
{
    internal EndpointAnnotation(string name, string scheme)
    {
        Name = name;
        UriScheme = scheme;
    }

    /// <summary>The name, unique in the resource.</summary>
    public string Name { get; set; }

    /// <summary>The scheme of its addresses: <c>http</c>, <c>https</c>, <c>tcp</c>, …</summary>
    public string UriScheme { get; set; }

    /// <summary>The port that others connect to; null until the application starts, unless it is fixed.</summary>
    public int? Port { get; set; }

    /// <summary>The port that the process listens on; null when it is the same as <see cref="Port"/> or chosen at the start.</summary>
    public int? TargetPort { get; set; }

    /// <summary>Whether the endpoint is meant for callers outside the application.</summary>
    public bool IsExternal { get; set; }

    /// <summary>Whether a listener of the host may stand between the callers and the process.</summary>
    public bool IsProxied { get; set; } = true;

    /// <summary>The variable that tells the process its port; null for none.</summary>
    internal string? PortVariable { get; init; }

    /// <summary>Whether the name came from the project's Kestrel configuration.</summary>
    internal bool FromKestrel { get; init; }
}
