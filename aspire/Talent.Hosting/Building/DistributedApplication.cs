using System.Runtime.InteropServices;
using Aspire.Hosting.Running;

namespace Aspire.Hosting;

/// <summary>
/// An application of several processes that starts, runs and stops as one. This stand-in runs projects and natively installed servers; it
/// has no containers, no dashboard and no publishing.
/// </summary>
public class DistributedApplication : IAsyncDisposable
{
    private readonly DistributedApplicationBuilder _builder;
    private readonly ApplicationRun _run;

    internal DistributedApplication(DistributedApplicationBuilder builder)
    {
        _builder = builder;
        _run = new ApplicationRun(builder);
    }

    /// <summary>The processes that run now, by resource.</summary>
    internal IReadOnlyList<(string Resource, int Id)> Processes => _run.Processes;

    /// <summary>A builder without arguments of the command line.</summary>
    public static IDistributedApplicationBuilder CreateBuilder() => CreateBuilder([]);

    /// <summary>A builder whose configuration includes the command line.</summary>
    /// <param name="args">The arguments of the AppHost.</param>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return new DistributedApplicationBuilder(args);
    }

    /// <summary>
    /// Runs the application until Ctrl-C, SIGTERM or SIGHUP and stops every process it started. What prevents the start is printed as one
    /// sentence, with exit code 1.
    /// </summary>
    public void Run()
    {
        try
        {
            RunAsync().GetAwaiter().GetResult();
        }
        catch (DistributedApplicationException impossible)
        {
            Console.Error.WriteLine(impossible.Message);
            Environment.ExitCode = 1;
        }
    }

    /// <summary>Runs the application until it is told to stop by a signal or the token, and stops every process it started.</summary>
    /// <param name="cancellationToken">Stops the application.</param>
    /// <exception cref="DistributedApplicationException">The application cannot start; nothing was left running.</exception>
    public virtual async Task RunAsync(CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        try
        {
            await StartAsync(stop.Token);
            await _run.FailureAsync(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop: the way every run ends.
        }
        finally
        {
            await StopAsync(CancellationToken.None);
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <summary>Starts what can start at once; the rest follows when what it waits for is ready.</summary>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <exception cref="DistributedApplicationException">The application cannot start.</exception>
    public virtual Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (_builder.ExecutionContext.IsPublishMode)
        {
            throw new DistributedApplicationException(
                "Publishing needs the official packages: build and run the AppHost with -p:UseOfficialPackages=true.");
        }
        return _run.StartAsync(cancellationToken);
    }

    /// <summary>Stops every process: first the application's own, then the servers.</summary>
    /// <param name="cancellationToken">Not used: stopping ends by itself, by force if need be.</param>
    public virtual Task StopAsync(CancellationToken cancellationToken = default) => _run.StopAsync();

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        await _run.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
