namespace Talent.Messaging.Bus;

/// <summary>
/// Counts the messages that a subscription has been given and has not acknowledged. Their tags begin at 1 and ascend by one.
/// </summary>
internal sealed class Unacknowledged
{
    private readonly Lock _gate = new();
    private readonly SortedSet<ulong> _rejected = [];
    private ulong _arrived;
    private ulong _acknowledged;

    /// <summary>How many there are.</summary>
    public long Count
    {
        get
        {
            lock (_gate)
                return (long)(_arrived - _acknowledged) - _rejected.Count;
        }
    }

    /// <summary>Counts a message that has arrived.</summary>
    public void Arrive(ulong tag)
    {
        lock (_gate)
            _arrived = Math.Max(_arrived, tag);
    }

    /// <summary>Takes off a message and all before it.</summary>
    public void Acknowledge(ulong last)
    {
        lock (_gate)
        {
            _acknowledged = Math.Max(_acknowledged, last);
            _rejected.RemoveWhere(tag => tag <= _acknowledged);
        }
    }

    /// <summary>Takes off one message.</summary>
    public void Reject(ulong tag)
    {
        lock (_gate)
        {
            if (tag > _acknowledged)
                _rejected.Add(tag);
        }
    }
}
