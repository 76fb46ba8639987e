using Talent.Events.V1;
using Talent.Messaging.Commands;
using Talent.Messaging.Reactions;

namespace Talent.Messaging.Tests.Sample;

/// <summary>Counts the events of the source in an account of its own service.</summary>
public sealed class CountingReaction(CommandRunner<SampleContext> runner, CountingReaction.Calls calls) : IReaction
{
    public const string Account = "counted";

    public string Source => "roles";

    public string Rule => "count";

    public async Task ReactAsync(Event happened, CommandContext command, CancellationToken cancellation)
    {
        if (calls.Refused)
            throw new InvalidOperationException("refused");
        calls.Add();
        await runner.RunAsync(command, (scope, token) => SampleCommands.ChangeAsync(scope, Account, 1, token), cancellation);
    }

    /// <summary>How often the reaction ran in this process.</summary>
    public sealed class Calls
    {
        private int _count;

        /// <summary>Whether the reaction fails.</summary>
        public bool Refused { get; set; }

        public int Count => Volatile.Read(ref _count);

        public void Add() => Interlocked.Increment(ref _count);
    }
}
