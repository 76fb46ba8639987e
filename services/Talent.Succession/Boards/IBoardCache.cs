using Talent.Succession.V1;

namespace Talent.Succession.Boards;

/// <summary>A faster place to find whole boards. Everything in it can be lost at any moment: only speed changes.</summary>
public interface IBoardCache
{
    /// <summary>False where boards are served from the database alone.</summary>
    bool IsUsed { get; }

    /// <summary>Keeps a whole board for a while, and tells other processes of its version.</summary>
    Task StoreAsync(Board board, CancellationToken cancellation);

    /// <summary>The board kept last; null when there is none or the cache cannot be reached.</summary>
    Task<Board?> FindAsync(string groupId, CancellationToken cancellation);
}

/// <summary>No cache: the embedded form keeps its database in the same process.</summary>
internal sealed class NoBoardCache : IBoardCache
{
    public bool IsUsed => false;

    public Task StoreAsync(Board board, CancellationToken cancellation) => Task.CompletedTask;

    public Task<Board?> FindAsync(string groupId, CancellationToken cancellation) => Task.FromResult<Board?>(null);
}
