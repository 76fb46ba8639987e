using Talent.Succession.V1;

namespace Talent.Portal.Reading;

/// <summary>What was discussed with holders about flags, read once for each request and group.</summary>
public sealed class DiscussionReading(BoardService.BoardServiceClient boards)
{
    private readonly Dictionary<string, Dictionary<string, Discussion>> _groups = new(StringComparer.Ordinal);

    /// <summary>What was discussed about a flag of a group; null: it was not yet discussed with the holder.</summary>
    public async Task<Discussion?> FindAsync(string groupId, string flagId, CancellationToken cancellation)
    {
        if (!_groups.TryGetValue(groupId, out var discussions))
        {
            var found = await boards.ListDiscussionsAsync(new ListDiscussionsRequest { GroupId = groupId }, cancellationToken: cancellation);
            discussions = found.Discussions.ToDictionary(discussion => discussion.FlagId, StringComparer.Ordinal);
            _groups.Add(groupId, discussions);
        }
        return discussions.GetValueOrDefault(flagId);
    }
}
