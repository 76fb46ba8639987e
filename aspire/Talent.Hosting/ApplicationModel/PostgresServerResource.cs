namespace Aspire.Hosting.ApplicationModel;

/// <summary>A PostgreSQL server of the application's own.</summary>
public class PostgresServerResource : ContainerResource, IResourceWithConnectionString
{
    private const string DefaultUserName = "postgres";
    private readonly EndpointReference _endpoint;

    internal PostgresServerResource(string name, ParameterResource? userName, ParameterResource password, int? port) : base(name)
    {
        UserNameParameter = userName;
        PasswordParameter = password;
        Endpoints.Add(new EndpointAnnotation("tcp", "tcp") { Port = port });
        _endpoint = new EndpointReference(this, "tcp");
    }

    /// <summary>The endpoint of the PostgreSQL protocol.</summary>
    public EndpointReference PrimaryEndpoint => _endpoint;

    /// <summary>The name of the superuser, when the model gives one.</summary>
    public ParameterResource? UserNameParameter { get; }

    /// <summary>The password of the superuser.</summary>
    public ParameterResource PasswordParameter { get; }

    /// <summary>The name of the superuser.</summary>
    internal ReferenceExpression UserNameReference => UserNameParameter is { } user
        ? ReferenceExpression.Create($"{user}")
        : ReferenceExpression.Create($"{DefaultUserName}");

    /// <summary><c>Host=localhost;Port=…;Username=…;Password=…</c></summary>
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create(
        $"Host={Host};Port={Port};Username={UserNameReference};Password={PasswordParameter}");

    /// <summary>The host that callers connect to.</summary>
    internal EndpointReferenceExpression Host => _endpoint.Property(EndpointProperty.Host);

    /// <summary>The port that callers connect to.</summary>
    internal EndpointReferenceExpression Port => _endpoint.Property(EndpointProperty.Port);

    internal List<PostgresDatabaseResource> OwnDatabases { get; } = [];

    internal ReferenceExpression UriOf(string path) => ReferenceExpression.Create(
        $"postgresql://{UserNameReference:uri}:{PasswordParameter:uri}@{Host}:{Port}{path}");

    internal ReferenceExpression JdbcOf(string path) => ReferenceExpression.Create($"jdbc:postgresql://{Host}:{Port}{path}");

    internal IEnumerable<KeyValuePair<string, ReferenceExpression>> PropertiesOf(string path) =>
    [
        new("Host", ReferenceExpression.Create($"{Host}")),
        new("Port", ReferenceExpression.Create($"{Port}")),
        new("Username", UserNameReference),
        new("Password", ReferenceExpression.Create($"{PasswordParameter}")),
        new("Uri", UriOf(path)),
        new("JdbcConnectionString", JdbcOf(path)),
    ];

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() => PropertiesOf("");
}
