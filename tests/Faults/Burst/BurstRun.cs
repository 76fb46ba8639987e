using System.Collections.Concurrent;
using Google.Protobuf;

namespace Talent.Faults.Tests.Burst;

/// <summary>Plays stories side by side and keeps the ledger of what was acknowledged.</summary>
internal sealed class BurstRun(CommandSender sender, IReadOnlyList<Story> stories, int seed)
{
    private const int AtOnce = 16;

    // One acknowledged command in ten is sent once more: the answer must be the same, and nothing may happen twice.
    private const int RepeatOneIn = 10;

    private readonly ConcurrentBag<IMessage> _acknowledged = [];
    private int _count;

    /// <summary>Called after each acknowledgement with the number so far.</summary>
    public required Action<int> Acknowledged { get; init; }

    /// <summary>The ledger.</summary>
    public IReadOnlyCollection<IMessage> Ledger => _acknowledged;

    /// <summary>Returns when every command is acknowledged.</summary>
    public Task PlayAsync(CancellationToken cancel) => Parallel.ForEachAsync(
        stories, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, PlayAsync);

    private async ValueTask PlayAsync(Story story, CancellationToken cancel)
    {
        var random = new Random(seed ^ story.Number);
        foreach (var command in story.Commands())
        {
            var answer = await sender.SendAsync(command, cancel);
            _acknowledged.Add(command);
            Acknowledged(Interlocked.Increment(ref _count));
            if (random.Next(RepeatOneIn) != 0) continue;
            var again = await sender.SendAsync(command, cancel);
            Assert.True(again.Equals(answer), $"{command.Descriptor.Name} was answered differently when it was repeated.");
        }
    }
}
