using System.Threading.Channels;
using Grpc.Core;
using Grpc.Health.V1;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.HealthCheck;

/// <summary>The health protocol: answers what was last set for a service, and tells watchers of each change.</summary>
public class HealthServiceImpl : Health.V1.Health.HealthBase
{
    /// <summary>A slow watcher keeps only this many of the latest states.</summary>
    const int KeptStates = 5;

    readonly Lock gate = new();
    readonly Dictionary<string, ServingStatus> statuses = [];
    readonly Dictionary<string, List<ChannelWriter<ServingStatus>>> watchers = [];

    /// <summary>Sets what a service answers.</summary>
    /// <param name="service">Full name of the service; empty for the whole server.</param>
    /// <param name="status">The answer.</param>
    public void SetStatus(string service, ServingStatus status)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (gate)
        {
            statuses[service] = status;
            Tell(service);
        }
    }

    /// <summary>Forgets a service: its checks are NOT_FOUND and its watchers are told SERVICE_UNKNOWN.</summary>
    /// <param name="service">Full name of the service; empty for the whole server.</param>
    public void ClearStatus(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (gate)
        {
            statuses.Remove(service);
            Tell(service);
        }
    }

    /// <summary>Forgets every service.</summary>
    public void ClearAll()
    {
        lock (gate)
        {
            string[] known = [.. statuses.Keys];
            statuses.Clear();
            foreach (var service in known)
                Tell(service);
        }
    }

    /// <inheritdoc/>
    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (gate)
        {
            return statuses.TryGetValue(request.Service, out var status)
                ? Task.FromResult(new HealthCheckResponse { Status = status })
                : throw new RpcException(new Status(StatusCode.NotFound, ""));
        }
    }

    /// <inheritdoc/>
    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(responseStream);
        ArgumentNullException.ThrowIfNull(context);
        var changes = Subscribe(request.Service);
        try
        {
            ServingStatus? last = null;
            await foreach (var status in changes.Reader.ReadAllAsync(context.CancellationToken))
            {
                if (status == last)
                    continue;
                await responseStream.WriteAsync(new HealthCheckResponse { Status = status });
                last = status;
            }
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            // A watch lasts until its caller leaves.
        }
        finally
        {
            lock (gate)
                watchers[request.Service].Remove(changes.Writer);
        }
    }

    Channel<ServingStatus> Subscribe(string service)
    {
        var changes = Channel.CreateBounded<ServingStatus>(
            new BoundedChannelOptions(KeptStates) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (gate)
        {
            if (!watchers.TryGetValue(service, out var watching))
                watchers[service] = watching = [];
            watching.Add(changes.Writer);
            changes.Writer.TryWrite(Known(service));
        }

        return changes;
    }

    ServingStatus Known(string service) => statuses.GetValueOrDefault(service, ServingStatus.ServiceUnknown);

    void Tell(string service)
    {
        foreach (var watcher in watchers.GetValueOrDefault(service) ?? [])
            watcher.TryWrite(Known(service));
    }
}
