namespace Aspire.Hosting.Running;

/// <summary>How far a resource has come in this run, for those who wait for it.</summary>
internal sealed class ResourceProgress
{
    private readonly TaskCompletionSource<string?> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<ResourceEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with null once the resource runs and is healthy, or with the reason why it never will.</summary>
    public Task<string?> Ready => _ready.Task;

    /// <summary>Completes when the last process of the resource has ended, or when it turns out that none will start.</summary>
    public Task<ResourceEnd> Ended => _ended.Task;

    public void HasBecomeReady() => _ready.TrySetResult(null);

    public void HasFailed(string reason)
    {
        _ready.TrySetResult(reason);
        _ended.TrySetResult(new ResourceEnd(null, reason));
    }

    public void HasEnded(int exitCode)
    {
        var reason = $"ended with exit code {exitCode}";
        _ended.TrySetResult(new ResourceEnd(exitCode, reason));
        _ready.TrySetResult($"{reason} before it was ready");
    }
}

/// <summary>The end of a resource.</summary>
/// <param name="ExitCode">The exit code; null when no process was started.</param>
/// <param name="Reason">What to tell those who waited, as the end of a sentence that begins with the resource's name.</param>
internal sealed record ResourceEnd(int? ExitCode, string Reason);
