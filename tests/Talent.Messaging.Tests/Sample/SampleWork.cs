using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Work;

namespace Talent.Messaging.Tests.Sample;

/// <summary>Work that counts in an account how often it was done.</summary>
public sealed class SampleWork(SampleWork.Diary diary) : IWork<SampleContext>
{
    public const string Name = "count";

    public string Kind => Name;

    public async Task DoAsync(WorkScope<SampleContext> scope, CancellationToken cancellation)
    {
        await diary.BeginAsync(scope.Subject, cancellation);
        var account = await scope.Context.Accounts.SingleOrDefaultAsync(each => each.Id == scope.Subject, cancellation)
            ?? scope.Context.Accounts.Add(new Account { Id = scope.Subject, Version = 1 }).Entity;
        account.Total++;
        diary.End(scope.Subject);
    }

    /// <summary>What was done, and what a test wants to go wrong.</summary>
    public sealed class Diary
    {
        private readonly ConcurrentDictionary<string, bool> _running = new(StringComparer.Ordinal);
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource _released = Completed();

        public ConcurrentQueue<string> Done { get; } = new();

        public int FailuresLeft { get; set; }

        public bool Overlapped { get; private set; }

        public Task Begun => _begun.Task;

        public void Hold() => _released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => _released.TrySetResult();

        internal async Task BeginAsync(string subject, CancellationToken cancellation)
        {
            _begun.TrySetResult();
            await _released.Task.WaitAsync(cancellation);
            if (FailuresLeft > 0)
            {
                FailuresLeft--;
                throw new InvalidOperationException("not yet");
            }
            Overlapped |= !_running.TryAdd(subject, true);
        }

        internal void End(string subject)
        {
            _running.TryRemove(subject, out _);
            Done.Enqueue(subject);
        }

        private static TaskCompletionSource Completed()
        {
            var source = new TaskCompletionSource();
            source.SetResult();
            return source;
        }
    }
}
