namespace Talent.Messaging;

/// <summary>Times and sizes of the relay and the consumers. A test registers its own to make things happen sooner.</summary>
internal sealed record MessagingOptions
{
    /// <summary>How long a lease lasts after its last renewal: a crashed leader is replaced after this.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often a leader renews, and how often others try to take over.</summary>
    public TimeSpan LeaseRenewal { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The relay's pause after it found events: the next round finds what was committed meanwhile, in one transaction.</summary>
    public TimeSpan BusyPause { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>The relay's longest pause.</summary>
    public TimeSpan IdlePause { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The most events that get positions in one transaction.</summary>
    public int RelayBatch { get; init; } = 500;

    /// <summary>The most messages that wait for the broker's confirmation.</summary>
    public int InFlight { get; init; } = 512;

    /// <summary>The longest a consumer waits for more events after the first of a batch.</summary>
    public TimeSpan BatchAge { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>The most events a consumer applies in one transaction.</summary>
    public int BatchSize { get; init; } = 500;

    /// <summary>After this long without a message a consumer asks the Feed for its head.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the figures of a reader are brought up to date, whether or not it gets anywhere.</summary>
    public TimeSpan Sampling { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The first pause after a failure; each further one is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest pause after failures in a row.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a stalled reader looks whether an operator skipped the event.</summary>
    public TimeSpan SkipCheck { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long it is believed that a service is open: one that runs through a restore closes after this.</summary>
    public TimeSpan OpenKept { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a claimed piece of work is left to its worker, unless that renews it.</summary>
    public TimeSpan WorkClaim { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a worker looks for work when nobody rings.</summary>
    public TimeSpan WorkPoll { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long an answer is kept for repetitions of its request.</summary>
    public TimeSpan RequestsKept { get; init; } = TimeSpan.FromDays(30);
}
