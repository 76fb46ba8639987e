using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Live;

/// <summary>
/// The events of one import that is shown: <c>changed</c> while it advances, <c>finished</c> when it is done, <c>ended</c> when
/// the reader may no longer see it or the session is over.
/// </summary>
public sealed class ImportStream(ImportService.ImportServiceClient imports, Followers followers, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Follows an import to its end.</summary>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(
        string importId, HttpContext reader, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var done = -1;
        var follower = followers.Follow(reader, Permission.RunImports);
        while (await follower.StaysAsync(cancellation))
        {
            var request = new GetImportRequest { Id = importId };
            var import = (await imports.GetImportAsync(request, cancellationToken: cancellation)).Import;
            if (import.State is not (ImportState.Waiting or ImportState.Running))
            {
                yield return new SseItem<string>($"{done}", "finished");
                yield break;
            }
            if (import.RowsDone != done)
            {
                done = import.RowsDone;
                yield return new SseItem<string>($"{done}", "changed");
            }
            await Task.Delay(Interval, time, cancellation);
        }
        yield return new SseItem<string>($"{done}", "ended");
    }
}
