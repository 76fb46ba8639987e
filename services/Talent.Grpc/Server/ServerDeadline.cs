using Grpc.Wire;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server;

/// <summary>The deadline of one call: a token that ends with it, and the answer that is sent when it passes.</summary>
sealed class ServerDeadline : IDisposable
{
    readonly CancellationTokenSource source;
    readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Func<Task> answer;
    readonly ILogger logger;
    readonly ITimer? timer;

    public ServerDeadline(TimeSpan left, TimeProvider time, Func<Task> answer, ILogger logger, CancellationToken aborted)
    {
        (this.answer, this.logger) = (answer, logger);
        source = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        Token = source.Token;
        var now = time.GetUtcNow().UtcDateTime;
        At = left < DateTime.MaxValue - now ? now + left : DateTime.MaxValue;
        if (left < Protocol.LongestTimer)
            timer = time.CreateTimer(static deadline => _ = ((ServerDeadline)deadline!).Pass(), this, left, Timeout.InfiniteTimeSpan);
    }

    /// <summary>When the deadline passes, in UTC.</summary>
    public DateTime At { get; }

    public CancellationToken Token { get; }

    public bool HasPassed { get; private set; }

    /// <summary>Ends when the answer is sent. The request may be recycled only after that.</summary>
    public Task Answered => answered.Task;

    public void Dispose()
    {
        timer?.Dispose();
        source.Dispose();
    }

    async Task Pass()
    {
        HasPassed = true;
        try
        {
            var answering = answer();
            try
            {
                await source.CancelAsync();
            }
            finally
            {
                await answering;
            }
        }
        catch (ObjectDisposedException)
        {
            // The call ended by itself at the same moment and has sent its status.
        }
        catch (Exception e)
        {
            logger.LogError(e, "The deadline of a call passed, and what is to follow it failed.");
        }
        finally
        {
            answered.TrySetResult();
        }
    }
}
