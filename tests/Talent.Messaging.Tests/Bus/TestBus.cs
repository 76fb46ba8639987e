using Talent.Events.V1;
using Talent.Messaging.Bus;
using Talent.Testing;

namespace Talent.Messaging.Tests.Bus;

/// <summary>One of the two buses, made for a test.</summary>
public abstract class TestBus : IAsyncDisposable
{
    /// <summary>A bus as one process sees it; all of one test bus are connected.</summary>
    internal abstract Task<IEventBus> ConnectAsync();

    public abstract ValueTask DisposeAsync();
}

public sealed class InProcessTestBus : TestBus
{
    private readonly InProcessBus _bus = new();

    internal override Task<IEventBus> ConnectAsync() => Task.FromResult<IEventBus>(_bus);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class RabbitMqTestBus : TestBus
{
    private readonly List<RabbitMqBus> _connected = [];
    private TestVirtualHost? _host;

    /// <summary>The address of the test's own virtual host.</summary>
    public async Task<Uri> AddressAsync() => new((_host ??= await TestServers.RabbitMqAsync()).ConnectionString);

    internal override async Task<IEventBus> ConnectAsync()
    {
        var bus = new RabbitMqBus(await AddressAsync());
        _connected.Add(bus);
        return bus;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var bus in _connected)
            await bus.DisposeAsync();
    }
}

/// <summary>Another test bus, whose messages are noted.</summary>
internal sealed class RecordedTestBus(TestBus inner) : TestBus
{
    private readonly List<RecordingBus> _connected = [];

    /// <summary>Set before services connect: whether a message is refused.</summary>
    public Func<Event, bool> Refuses { get; set; } = _ => false;

    /// <summary>What was sent and confirmed.</summary>
    public IReadOnlyList<Event> Published => [.. _connected.SelectMany(each => each.Published)];

    /// <summary>What arrived.</summary>
    public IReadOnlyList<Event> Delivered => [.. _connected.SelectMany(each => each.Delivered)];

    internal override async Task<IEventBus> ConnectAsync()
    {
        var bus = new RecordingBus(await inner.ConnectAsync()) { Refuses = Refuses };
        _connected.Add(bus);
        return bus;
    }

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
