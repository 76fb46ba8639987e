namespace Talent.Demonstration.Loading;

/// <summary>Loads the demonstration data while the program already serves. A failure is logged and leaves the program running.</summary>
internal sealed class DemonstrationService(
    DemonstrationLoader loader, IHostApplicationLifetime lifetime, ILogger<DemonstrationService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            await loader.LoadAsync(stoppingToken);
        }
        catch (DemonstrationLoadException failure)
        {
            logger.LogError(failure, "{Sentence}", failure.Message);
        }
    }
}
