using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;

namespace Aspire.Hosting.Servers;

/// <summary>A server as Debian installs it, run privately: loopback only, its own port, folder, user and password.</summary>
/// <param name="resource">What the model says about it.</param>
/// <param name="package">The Debian package.</param>
/// <param name="user">The user of the system the package makes for it.</param>
internal abstract class NativeServer(ContainerResource resource, string package, string user)
{
    public ContainerResource Resource { get; } = resource;

    /// <summary>The user to run it as: the package's own when the host is root, otherwise the host's.</summary>
    public string? User { get; } = Environment.IsPrivilegedProcess && Programs.HasUser(user) ? user : null;

    protected int Port => Resource.Endpoints[0].Port!.Value;

    /// <summary>Whether the programs it needs are on this machine.</summary>
    protected abstract bool IsInstalled { get; }

    /// <summary>Starts its processes.</summary>
    /// <param name="folder">Its data folder, which belongs to its user.</param>
    /// <param name="launch">Starts one process.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    public abstract Task StartAsync(string folder, Func<ProcessStart, Task> launch, CancellationToken cancellationToken);

    /// <summary>Whether it answers now.</summary>
    public abstract Task<bool> AnswersAsync(CancellationToken cancellationToken);

    public static NativeServer For(ContainerResource resource) => resource switch
    {
        RabbitMQServerResource broker => new RabbitMqServer(broker),
        RedisResource cache => new RedisServer(cache),
        PostgresServerResource database => new PostgresServer(database),
        _ => throw new DistributedApplicationException($"{resource.Name}: containers need the official packages."),
    };

    /// <summary>Refuses to start while a server of the model is missing, with the command that installs it.</summary>
    /// <exception cref="DistributedApplicationException">A server is missing.</exception>
    public static void RequireInstalled(IEnumerable<Resource> resources)
    {
        string[] missing =
        [
            .. resources.OfType<ContainerResource>().Select(For).Where(each => !each.IsInstalled).Select(each => each.Package)
                .Distinct(StringComparer.Ordinal),
        ];
        if (missing.Length > 0)
        {
            throw new DistributedApplicationException(
                $"Not on this machine, but needed by the application: {string.Join(", ", missing)}; "
                + $"install with: apt-get install {string.Join(' ', missing)}");
        }
    }

    protected string Package { get; } = package;

    protected ProcessStart Process(string command, IReadOnlyList<string> arguments, string folder) =>
        new(Resource.Name, command, arguments, folder) { User = User };
}
