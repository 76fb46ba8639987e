namespace Aspire.Hosting.ApplicationModel;

/// <summary>A database of a PostgreSQL server; it is created at the start when it is not there.</summary>
public class PostgresDatabaseResource
    : Resource, IResourceWithParent<PostgresServerResource>, IResourceWithConnectionString
{
    internal PostgresDatabaseResource(string name, string databaseName, PostgresServerResource server) : base(name)
    {
        DatabaseName = databaseName;
        Parent = server;
    }

    /// <summary>The server.</summary>
    public PostgresServerResource Parent { get; }

    /// <summary>The name of the database in the server.</summary>
    public string DatabaseName { get; }

    /// <summary>The server's connection string with <c>;Database=…</c> at its end.</summary>
    public ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"{Parent};Database={DatabaseName}");

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() =>
    [
        .. Parent.PropertiesOf("/" + Uri.EscapeDataString(DatabaseName)),
        new("DatabaseName", ReferenceExpression.Create($"{DatabaseName}")),
    ];
}
