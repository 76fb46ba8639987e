using Talent.Succession.V1;

namespace Talent.Succession.Boards;

/// <summary>A faster place to find whole boards. Everything in it can be lost at any moment: only speed changes.</summary>
public interface IBoardCache
{
    /// <summary>False where boards are served from the database alone.</summary>
    bool IsUsed { get; }

    /// <summary>Keeps a whole board for a while, unless a newer one of the group is kept already.</summary>
    /// <returns>Whether this board or a newer one is kept now. False: the cache cannot be reached.</returns>
    Task<bool> StoreAsync(Board board, CancellationToken cancellation);

    /// <summary>Tells other processes that a group's board has a new version. It may be lost, so nobody may rely on it.</summary>
    void Announce(string groupId, long boardVersion);

    /// <summary>The newest board kept, perhaps older than the one recorded; null when there is none or the cache cannot be reached.</summary>
    Task<Board?> FindAsync(string groupId, CancellationToken cancellation);
}

/// <summary>No cache: the embedded form keeps its database in the same process.</summary>
internal sealed class NoBoardCache : IBoardCache
{
    public bool IsUsed => false;

    public Task<bool> StoreAsync(Board board, CancellationToken cancellation) => Task.FromResult(false);

    public void Announce(string groupId, long boardVersion)
    {
        // Nobody listens: the portal in the same process is told otherwise.
    }

    public Task<Board?> FindAsync(string groupId, CancellationToken cancellation) => Task.FromResult<Board?>(null);
}
