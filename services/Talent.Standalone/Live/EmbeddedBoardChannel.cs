using Talent.Portal.Live;
using Talent.Succession.Boards;

namespace Talent.Standalone.Live;

/// <summary>Announces new boards from the Succession service to the portal in the same process.</summary>
/// <param name="versions">The board versions that the Succession service knows of.</param>
/// <param name="time">The clock.</param>
public sealed class EmbeddedBoardChannel(BoardVersions versions, TimeProvider time) : IBoardChannel
{
    /// <inheritdoc />
    public IBoardAnnouncements Listen(string groupId) => new Listener(versions, groupId, time);

    private sealed class Listener(BoardVersions versions, string groupId, TimeProvider time) : IBoardAnnouncements
    {
        private long _known;

        // The first answer is the version known already, so nothing is missed between opening the page and listening.
        public async Task WaitAsync(TimeSpan longest, CancellationToken cancellation)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var newer = versions.WaitForNewerAsync(groupId, _known, either.Token);
            var waited = Task.Delay(longest, time, either.Token);
            await Task.WhenAny(newer, waited);
            await either.CancelAsync();
            await ((Task)newer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await waited.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (newer.IsCompletedSuccessfully)
                _known = await newer;
            cancellation.ThrowIfCancellationRequested();
        }

        public void Dispose()
        {
            // Nothing is held between two waits.
        }
    }
}
