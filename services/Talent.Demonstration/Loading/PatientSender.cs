using Grpc.Core;
using Talent.ServiceDefaults;

namespace Talent.Demonstration.Loading;

/// <summary>
/// Sends requests until they are answered: a service may not have started yet, may be restarting, or may not have heard yet of what
/// another service recorded a moment ago.
/// </summary>
internal sealed class PatientSender(TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    // A service that knows an older key of ours asks for the new one before long; one that does not trust us never will.
    private static readonly TimeSpan PatienceForTrust = TimeSpan.FromSeconds(30);

    /// <summary>Sends a request that records something; what an earlier run recorded counts as answered.</summary>
    /// <param name="description">What it records, in the plural.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="waitForReferences">Whether NOT_FOUND means that something referred to is still on its way.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DemonstrationLoadException">The service refuses it, or did not answer for five minutes.</exception>
    public async Task RecordAsync(string description, Func<Task> send, bool waitForReferences, CancellationToken cancellation)
    {
        try
        {
            await SendAsync(description, Send, waitForReferences, cancellation);
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.AlreadyExists)
        {
            if (refused.GetDetails().Reason == Reason.RequestIdReused)
            {
                throw new DemonstrationLoadException(
                    "Part of the demonstration data was loaded by another version of Talent: start with an empty data folder or database.",
                    refused);
            }
            logger.LogInformation("Demonstration data: {Description} were recorded before", description);
        }
        catch (RpcException refused) when (!cancellation.IsCancellationRequested)
        {
            throw new DemonstrationLoadException(
                $"The demonstration data could not be loaded: {description} were refused with \"{refused.Status.Detail}\".", refused);
        }

        async Task<bool> Send()
        {
            await send();
            return true;
        }
    }

    /// <summary>Sends a request and gives its answer.</summary>
    /// <exception cref="RpcException">The service refuses it.</exception>
    /// <exception cref="DemonstrationLoadException">It did not answer for five minutes.</exception>
    public async Task<T> SendAsync<T>(string description, Func<Task<T>> send, bool waitForReferences, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await send();
            }
            catch (RpcException exception) when (PatienceFor(exception, waitForReferences) is { } limit && !cancellation.IsCancellationRequested)
            {
                if (time.GetElapsedTime(start) > limit)
                    throw new DemonstrationLoadException($"The demonstration data could not be loaded: no answer for {description}.", exception);
                logger.LogDebug(exception, "Demonstration data: {Description} not answered, trying again", description);
            }
            await Task.Delay(pause, time, cancellation);
        }
    }

    // Null: waiting does not help.
    private static TimeSpan? PatienceFor(RpcException exception, bool waitForReferences) => exception.StatusCode switch
    {
        StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Aborted or StatusCode.ResourceExhausted => Patience,
        StatusCode.NotFound when waitForReferences => Patience,
        StatusCode.Unauthenticated => PatienceForTrust,
        _ => null,
    };
}
