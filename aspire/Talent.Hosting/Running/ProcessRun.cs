using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Runs a project or a program: one process, or replicas behind a listener that takes turns.</summary>
internal sealed class ProcessRun(Resource resource, RunContext context) : IResourceRun
{
    private readonly List<ChildProcess> _processes = [];
    private readonly List<IReadOnlyDictionary<string, int>> _ports = [];
    private readonly List<RoundRobinListener> _listeners = [];
    private readonly HttpProbe _probe = new();

    public IReadOnlyList<ChildProcess> Processes => _processes;

    private int Replicas => resource is ProjectResource project ? project.Replicas : 1;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        for (var replica = 0; replica < Replicas; replica++)
            _ports.Add(Ports.OfProcess(resource));
        foreach (var endpoint in resource.Endpoints)
        {
            int[] targets = [.. _ports.Select(each => each[endpoint.Name])];
            if (targets is not [var only] || only != endpoint.Port)
                _listeners.Add(new RoundRobinListener(endpoint.Port!.Value, targets));
        }
        foreach (var ports in _ports)
            _processes.Add(await ChildProcess.StartAsync(await DescribeAsync(ports, cancellationToken), context.Folder, context.Log));
    }

    /// <summary>Every replica is asked itself, because the listener would leave the choice to chance.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        foreach (var check in resource.HealthChecks)
        {
            var endpoint = EndpointOf(check);
            foreach (var ports in _ports)
            {
                var address = string.Create(CultureInfo.InvariantCulture, $"{endpoint.UriScheme}://localhost:{ports[endpoint.Name]}");
                if (!await _probe.AnswersAsync(new Uri(new Uri(address), check.Path), check.StatusCode, cancellationToken))
                    return false;
            }
        }
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in _listeners)
            await listener.DisposeAsync();
        _probe.Dispose();
    }

    private EndpointAnnotation EndpointOf(HttpHealthCheck check)
    {
        var names = check.EndpointName is { } named ? [named] : new[] { "https", "http" };
        return names.Select(name => resource.Endpoints.Find(each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(each => each is not null)
            ?? throw new DistributedApplicationException($"its health check asks the endpoint '{names[^1]}', which it does not have.");
    }

    private async Task<ProcessStart> DescribeAsync(IReadOnlyDictionary<string, int> ports, CancellationToken cancellationToken)
    {
        var variables = await ProcessEnvironment.VariablesAsync(resource, ports, context.Execution, cancellationToken);
        var arguments = await ProcessEnvironment.ArgumentsAsync(resource, cancellationToken);
        var start = resource switch
        {
            ProjectResource project => new ProcessStart(
                project.Name,
                "dotnet",
                [ProjectOutput.Find(project.ProjectPath), .. arguments],
                Path.GetDirectoryName(project.ProjectPath)!),
            ExecutableResource program => new ProcessStart(program.Name, program.Command, arguments, program.WorkingDirectory),
            _ => throw new NotSupportedException($"{resource.GetType().Name} is not run as a process."),
        };
        return start with { Variables = variables };
    }
}
