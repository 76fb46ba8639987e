using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Grpc.Core;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Live;

/// <summary>
/// The events of the full forecast of a group while it is computed: <c>changed</c> with the steps done, <c>finished</c> when it is there,
/// and <c>ended</c> when the reader may no longer see it, the session is over or the service has gone away.
/// </summary>
public sealed class ForecastStream(
    ForecastService.ForecastServiceClient forecasts, Followers followers, TimeProvider time, ILogger<ForecastStream> log)
{
    // The service tells every step; a reader needs no more than this.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Follows the full forecast until it is there.</summary>
    /// <param name="groupId">Id of the group.</param>
    /// <param name="reader">The reader's request.</param>
    /// <param name="cancellation">Ends it when the reader goes away.</param>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(
        string groupId, HttpContext reader, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var latest = new Latest();
        var watching = WatchAsync(groupId, latest, watch.Token);
        var follower = followers.Follow(reader, Permission.ReadBoards);
        var (said, end) = (-1, "ended");
        while (await follower.StaysAsync(cancellation))
        {
            var over = watching.IsCompleted;
            if (latest.State is { Progress: null })
            {
                end = "finished";
                break;
            }
            if (latest.State?.Progress.StepsDone is { } done && done != said)
            {
                said = done;
                yield return new SseItem<string>($"{said}", "changed");
            }
            if (over)
                break;
            await Task.WhenAny(watching, Task.Delay(Interval, time, cancellation));
        }
        await watch.CancelAsync();
        await watching;
        yield return new SseItem<string>($"{said}", end);
    }

    private async Task WatchAsync(string groupId, Latest latest, CancellationToken cancellation)
    {
        try
        {
            using var call = forecasts.WatchForecast(new WatchForecastRequest { GroupId = groupId }, cancellationToken: cancellation);
            while (await call.ResponseStream.MoveNext(cancellation))
            {
                latest.State = call.ResponseStream.Current;
                if (latest.State.Progress is null)
                    return;
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The reader has gone, or may no longer read.
        }
        catch (RpcException over) when (over.StatusCode is StatusCode.Cancelled && cancellation.IsCancellationRequested)
        {
            // The same, as the call says it.
        }
        catch (RpcException away)
        {
            log.LogInformation(away, "The full forecast of a group cannot be followed any more: {Code}", away.StatusCode);
        }
    }

    private sealed class Latest
    {
        private volatile WatchForecastResponse? _state;

        /// <summary>What the service told last; null: nothing yet.</summary>
        public WatchForecastResponse? State
        {
            get => _state;
            set => _state = value;
        }
    }
}
