using Talent.Messaging.Commands;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Work;

/// <summary>A command is committed while the workers look for work.</summary>
public sealed class LogSignalTests
{
    [Fact]
    public async Task Ring_AnotherWorkerAnswersFirst_StillWakesAWorkerThatWaitsLater()
    {
        var signal = new LogSignal<SampleContext>();
        var (one, other) = (signal.AddWorker(), signal.AddWorker());

        signal.Ring();
        await one.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);

        Assert.True(other.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None).IsCompletedSuccessfully);
    }
}
