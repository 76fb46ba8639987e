using Google.Protobuf;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Commands;

/// <summary>
/// What a change works with: the service's context inside the command's transaction, one instant, identifiers, and the log to append to.
/// Made anew for each try, so a change keeps nothing outside it.
/// </summary>
/// <typeparam name="TContext">The service's context.</typeparam>
public sealed class CommandScope<TContext> where TContext : ServiceContext
{
    private readonly IdentifierSource _identifiers;
    private readonly List<EventRow> _events = [];

    internal CommandScope(TContext context, CommandContext command, DateTimeOffset now, string traceParent, IdentifierSource identifiers)
    {
        Context = context;
        Command = command;
        Now = now;
        TraceParent = traceParent;
        _identifiers = identifiers;
    }

    /// <summary>The context, inside the transaction. What it tracks is saved when the change returns.</summary>
    public TContext Context { get; }

    /// <summary>Who asked for what.</summary>
    public CommandContext Command { get; }

    /// <summary>The instant of the command, UTC, to the microsecond.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The day of the command in Europe/London.</summary>
    public DateOnly Today => LondonCalendar.DayOf(Now);

    internal string TraceParent { get; }

    internal IReadOnlyList<EventRow> Events => _events;

    /// <summary>A new identifier.</summary>
    public string NextId() => _identifiers.Next();

    /// <summary>Appends an event to the log; it becomes visible with the change, or not at all.</summary>
    /// <param name="aggregate">What it happened to, as <c>kind/id</c>.</param>
    /// <param name="version">The version of the aggregate that it makes; another command that made the same version wins or loses, never
    /// both.</param>
    /// <param name="type">Type and version of the payload, for example <c>roles.post.created.v1</c>.</param>
    /// <param name="payload">The message the type names; no names of people, no free text.</param>
    /// <param name="reasonCode">Code of the reason given; empty where none was asked for.</param>
    /// <returns>The identity of the event.</returns>
    public string Append(string aggregate, long version, string type, IMessage payload, string reasonCode = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(aggregate);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentNullException.ThrowIfNull(payload);
        var id = NextId();
        _events.Add(new EventRow
        {
            Id = id,
            Aggregate = aggregate,
            AggregateVersion = version,
            Type = type,
            Payload = payload.ToByteArray(),
            ActorId = Command.Principal,
            ReasonCode = reasonCode,
            CorrelationId = Command.CorrelationId,
            TraceParent = TraceParent,
            Time = Now,
        });
        return id;
    }

    /// <summary>Stores a free text; events and rows refer to it by the id returned.</summary>
    /// <param name="kind">What kind of text it is, for example <c>nomination-reason</c>.</param>
    /// <param name="content">The text.</param>
    /// <param name="subjectIds">The people it is about: erasing one of them deletes the text.</param>
    /// <param name="deleteOn">The first day on which it may no longer be kept; null: as long as the record it belongs to.</param>
    public string AddText(string kind, string content, IEnumerable<string> subjectIds, DateOnly? deleteOn = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(subjectIds);
        var text = new TextRow { Id = NextId(), Class = kind, Content = content, WrittenAt = Now, DeleteOn = deleteOn };
        foreach (var subject in subjectIds.Distinct(StringComparer.Ordinal))
            text.Subjects.Add(new TextSubjectRow { TextId = text.Id, SubjectId = subject });
        Context.Texts.Add(text);
        return text.Id;
    }
}
