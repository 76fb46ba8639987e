namespace Talent.Succession.Domain;

/// <summary>
/// Everybody named for one post: the aggregate. Its invariants lie inside it: nobody is named twice, no place is given twice.
/// </summary>
/// <param name="postId">The post.</param>
/// <param name="version">Version of the last change, 0 for a slate nobody has used.</param>
/// <param name="nominees">The nominations that stand.</param>
public sealed class Slate(string postId, long version, IEnumerable<Nominee> nominees)
{
    private readonly Dictionary<string, Nominee> _nominees = nominees.ToDictionary(nominee => nominee.Id);

    /// <summary>The post.</summary>
    public string PostId { get; } = postId;

    /// <summary>Grows by one with every change.</summary>
    public long Version { get; private set; } = version;

    /// <summary>The nominations that stand.</summary>
    public IReadOnlyCollection<Nominee> Nominees => _nominees.Values;

    /// <summary>Names somebody.</summary>
    /// <returns>The nomination with its version.</returns>
    /// <exception cref="RuleException">The person is named already, the place is taken, or parts do not belong together.</exception>
    public Nominee Name(Nominee nominee)
    {
        ArgumentNullException.ThrowIfNull(nominee);
        if (_nominees.ContainsKey(nominee.Id))
            throw new RuleException("nomination.id", "Choose another id: this one is taken.");
        if (nominee.PersonId is { } person && _nominees.Values.Any(other => other.PersonId == person))
            throw new RuleException("nomination.person_id", "This person is already named for this post; change that nomination instead.");
        return Put(nominee);
    }

    /// <summary>Changes a nomination that stands.</summary>
    /// <param name="nomination">Its id.</param>
    /// <param name="change">The change; it keeps id and person.</param>
    /// <returns>The nomination as it is now; null when none of that id stands.</returns>
    /// <exception cref="RuleException">The place is taken, or parts do not belong together.</exception>
    public Nominee? Change(string nomination, Func<Nominee, Nominee> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _nominees.TryGetValue(nomination, out var before) ? Put(change(before)) : null;
    }

    /// <summary>Withdraws a nomination.</summary>
    /// <returns>False when none of that id stands.</returns>
    public bool Withdraw(string nomination)
    {
        if (!_nominees.Remove(nomination)) return false;
        Version++;
        return true;
    }

    private Nominee Put(Nominee nominee)
    {
        if (nominee.Rank is { } rank && _nominees.Values.Any(other => other.Id != nominee.Id && other.Rank == rank))
            throw new RuleException("nomination.rank", $"Place {rank} is taken; choose another or leave it out.");
        return _nominees[nominee.Id] = nominee.Checked() with { Version = ++Version };
    }
}
