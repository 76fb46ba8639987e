namespace Grpc.AspNetCore.Server;

/// <summary>Lets one writer at a time to the response, and none once the call has ended.</summary>
sealed class WriteGate
{
    int state;

    public enum State
    {
        Free = 0,
        Busy = 1,
        Closed = 2,
    }

    /// <summary>Enters a free gate; answers the state that was found.</summary>
    public State TryEnter() => (State)Interlocked.CompareExchange(ref state, (int)State.Busy, (int)State.Free);

    /// <summary>Frees the gate, unless it was closed meanwhile.</summary>
    public void Leave() => Interlocked.CompareExchange(ref state, (int)State.Free, (int)State.Busy);

    /// <summary>Closes the gate for good; answers the state that was found.</summary>
    public State Close() => (State)Interlocked.Exchange(ref state, (int)State.Closed);
}
