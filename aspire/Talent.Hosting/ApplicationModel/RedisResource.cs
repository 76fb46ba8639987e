namespace Aspire.Hosting.ApplicationModel;

/// <summary>A Redis server of the application's own.</summary>
public class RedisResource : ContainerResource, IResourceWithConnectionString
{
    private readonly EndpointReference _endpoint;

    internal RedisResource(string name, ParameterResource password, int? port) : base(name)
    {
        PasswordParameter = password;
        Endpoints.Add(new EndpointAnnotation("tcp", "tcp") { Port = port });
        _endpoint = new EndpointReference(this, "tcp");
    }

    /// <summary>The endpoint of the Redis protocol.</summary>
    public EndpointReference PrimaryEndpoint => _endpoint;

    /// <summary>The password; there always is one.</summary>
    public ParameterResource? PasswordParameter { get; }

    /// <summary><c>localhost:port,password=…</c></summary>
    public ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"{_endpoint.Property(EndpointProperty.HostAndPort)},password={PasswordParameter!}");

    /// <summary>How often and after how many changed keys the data are written to the disk; null for never.</summary>
    internal (TimeSpan Interval, long ChangedKeys)? Persistence { get; set; }

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() =>
    [
        new("Host", ReferenceExpression.Create($"{_endpoint.Property(EndpointProperty.Host)}")),
        new("Port", ReferenceExpression.Create($"{_endpoint.Property(EndpointProperty.Port)}")),
        new("Password", ReferenceExpression.Create($"{PasswordParameter!}")),
        new("Uri", ReferenceExpression.Create($"redis://:{PasswordParameter!}@{_endpoint.Property(EndpointProperty.HostAndPort)}")),
    ];
}
