namespace Aspire.Hosting.ApplicationModel;

/// <summary>A RabbitMQ broker of the application's own.</summary>
public class RabbitMQServerResource : ContainerResource, IResourceWithConnectionString
{
    private const string DefaultUserName = "guest";
    private readonly EndpointReference _endpoint;

    internal RabbitMQServerResource(string name, ParameterResource? userName, ParameterResource password, int? port) : base(name)
    {
        UserNameParameter = userName;
        PasswordParameter = password;
        Endpoints.Add(new EndpointAnnotation("tcp", "tcp") { Port = port });
        _endpoint = new EndpointReference(this, "tcp");
    }

    /// <summary>The endpoint of the AMQP protocol.</summary>
    public EndpointReference PrimaryEndpoint => _endpoint;

    /// <summary>The user name, when the model gives one.</summary>
    public ParameterResource? UserNameParameter { get; }

    /// <summary>The password.</summary>
    public ParameterResource PasswordParameter { get; }

    /// <summary><c>amqp://user:password@localhost:port</c>, user and password escaped.</summary>
    public ReferenceExpression ConnectionStringExpression => UserNameParameter is { } user
        ? ReferenceExpression.Create($"amqp://{user:uri}:{PasswordParameter:uri}@{HostAndPort}")
        : ReferenceExpression.Create($"amqp://{DefaultUserName}:{PasswordParameter:uri}@{HostAndPort}");

    internal ReferenceExpression UserName => UserNameParameter is { } user
        ? ReferenceExpression.Create($"{user}")
        : ReferenceExpression.Create($"{DefaultUserName}");

    private EndpointReferenceExpression HostAndPort => _endpoint.Property(EndpointProperty.HostAndPort);

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() =>
    [
        new("Host", ReferenceExpression.Create($"{_endpoint.Property(EndpointProperty.Host)}")),
        new("Port", ReferenceExpression.Create($"{_endpoint.Property(EndpointProperty.Port)}")),
        new("Username", UserName),
        new("Password", ReferenceExpression.Create($"{PasswordParameter}")),
        new("Uri", ConnectionStringExpression),
    ];
}
