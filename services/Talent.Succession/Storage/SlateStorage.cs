using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Commands;
using Talent.Succession.Domain;

namespace Talent.Succession.Storage;

/// <summary>Loads a slate inside a command and saves what the domain made of it, guarded by the slate's version.</summary>
internal sealed class SlateStorage
{
    private readonly CommandScope<SuccessionContext> _scope;
    private readonly SlateRow _row;
    private readonly Dictionary<string, NominationRow> _rows;

    private SlateStorage(CommandScope<SuccessionContext> scope, SlateRow row, List<NominationRow> rows)
    {
        (_scope, _row) = (scope, row);
        _rows = rows.ToDictionary(each => each.Id);
        Slate = new Slate(row.PostId, row.Version, rows.Select(NominationMapping.ToNominee));
    }

    public Slate Slate { get; }

    public static async Task<SlateStorage> LoadAsync(
        CommandScope<SuccessionContext> scope, string postId, CancellationToken cancellation)
    {
        var context = scope.Context;
        var row = await context.Slates.FindAsync([postId], cancellation)
            ?? context.Slates.Add(new SlateRow { PostId = postId }).Entity;
        var rows = await context.Nominations.Where(each => each.PostId == postId).ToListAsync(cancellation);
        return new SlateStorage(scope, row, rows);
    }

    /// <summary>Takes over the domain's state: rows follow it, and the version of the slate with them.</summary>
    public void Save()
    {
        foreach (var nominee in Slate.Nominees)
        {
            if (!_rows.TryGetValue(nominee.Id, out var row))
                _rows[nominee.Id] = row = _scope.Context.Nominations.Add(NominationMapping.NewRow(Slate.PostId, nominee)).Entity;
            NominationMapping.Write(nominee, row);
        }

        var standing = Slate.Nominees.Select(nominee => nominee.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _rows.Values.Where(row => !standing.Contains(row.Id)).ToList())
        {
            _scope.Context.Nominations.Remove(gone);
            _rows.Remove(gone.Id);
        }

        _row.Version = Slate.Version;
    }
}
