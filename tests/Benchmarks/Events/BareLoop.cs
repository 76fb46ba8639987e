using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Talent.Messaging;
using Talent.Testing;

namespace Talent.Benchmarks.Events;

/// <summary>
/// The other side: a row for each event, a publish with confirmation, a consumer that acknowledges. The same bytes, the same kind of
/// queue, and no promise: a crash between the steps loses or repeats events.
/// </summary>
sealed class BareLoop : IAsyncDisposable
{
    const string Exchange = "bare.events";
    const string Queue = "bare";
    const string Key = "roles.entry.made.v1";
    const string Insert = "INSERT INTO bare_events (id, type, body) VALUES ($1, $2, $3)";
    const string InsertState = "INSERT INTO bare_entries (id, text, version) VALUES ($1, $2, 1)";
    const string Create = """
        CREATE TABLE bare_events (id text PRIMARY KEY, type text NOT NULL, body bytea NOT NULL);
        CREATE TABLE bare_entries (id text PRIMARY KEY, text bytea NOT NULL, version bigint NOT NULL)
        """;

    readonly IdentifierSource _identifiers = new SystemIdentifierSource(TimeProvider.System);
    readonly NpgsqlDataSource _database;
    readonly IConnection _connection;
    readonly IChannel _publishing;
    readonly IChannel _consuming;
    readonly byte[] _body;
    long _published;
    long _consumed;

    BareLoop(NpgsqlDataSource database, IConnection connection, IChannel publishing, IChannel consuming, byte[] body)
    {
        _database = database;
        _connection = connection;
        _publishing = publishing;
        _consuming = consuming;
        _body = body;
    }

    public static async Task<BareLoop> Start(TestDatabase database, string broker, byte[] body)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxAutoPrepare = 10, NoResetOnClose = true };
        var source = NpgsqlDataSource.Create(settings);
        await using (var create = source.CreateCommand(Create))
            await create.ExecuteNonQueryAsync();
        var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        var publishing = await connection.CreateChannelAsync(new CreateChannelOptions(
            publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null));
        var loop = new BareLoop(source, connection, publishing, await connection.CreateChannelAsync(), body);
        await loop.Consume();
        return loop;
    }

    /// <summary>Commits, publishes and waits for the confirmation.</summary>
    public Task Run() => Run(withState: false);

    /// <summary>The same with a row of state in the transaction.</summary>
    public Task RunWithState() => Run(withState: true);

    async Task Run(bool withState)
    {
        var id = _identifiers.Next();
        // Its commands are one transaction, in one exchange with the server.
        await using (var batch = _database.CreateBatch())
        {
            if (withState)
                batch.BatchCommands.Add(new(InsertState) { Parameters = { new() { Value = id }, new() { Value = _body } } });
            batch.BatchCommands.Add(new(Insert) { Parameters = { new() { Value = id }, new() { Value = Key }, new() { Value = _body } } });
            await batch.ExecuteNonQueryAsync();
        }
        var properties = new BasicProperties { DeliveryMode = DeliveryModes.Persistent, MessageId = id };
        await _publishing.BasicPublishAsync(Exchange, Key, mandatory: false, properties, _body);
        Interlocked.Increment(ref _published);
    }

    /// <summary>Waits until everything is consumed.</summary>
    public async Task Finish()
    {
        while (Interlocked.Read(ref _consumed) < Interlocked.Read(ref _published))
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _database.DisposeAsync();
    }

    async Task Consume()
    {
        await _consuming.ExchangeDeclareAsync(Exchange, ExchangeType.Topic, durable: true);
        await _consuming.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await _consuming.QueueBindAsync(Queue, Exchange, "roles.#");
        await _consuming.BasicQosAsync(prefetchSize: 0, prefetchCount: 1000, global: false);
        var consumer = new AsyncEventingBasicConsumer(_consuming);
        consumer.ReceivedAsync += async (_, arrived) =>
        {
            await _consuming.BasicAckAsync(arrived.DeliveryTag, multiple: false);
            Interlocked.Increment(ref _consumed);
        };
        await _consuming.BasicConsumeAsync(Queue, autoAck: false, consumer);
    }
}
