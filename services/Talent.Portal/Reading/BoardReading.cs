using Talent.Succession.V1;

namespace Talent.Portal.Reading;

/// <summary>A board with the names a page needs to show it.</summary>
/// <param name="Board">The board.</param>
/// <param name="People">Names of holders and of people relied on.</param>
/// <param name="Organisations">Names of the organisations served.</param>
/// <param name="Titles">Titles of the posts.</param>
public sealed record NamedBoard(Board Board, PeopleNames People, OrganisationNames Organisations, PostTitles Titles)
{
    /// <summary>The flags that stand, each once, in the order of the posts they are about.</summary>
    public IReadOnlyList<Flag> Flags => [.. Board.Rows.SelectMany(row => row.Flags).DistinctBy(flag => flag.Id)];

    /// <summary>The posts that nobody who is ready and free would take over, each person counted once, in the order of the board.</summary>
    public IReadOnlyList<BoardRow> Bare => [.. Board.Rows.Where(row => row.Cover != Cover.Confirmed)];
}

/// <summary>Reads boards together with the names they need.</summary>
public sealed class BoardReading(
    BoardService.BoardServiceClient boards, PeopleDirectory people, OrganisationDirectory organisations)
{
    /// <summary>The board of a group as it is now.</summary>
    public async Task<NamedBoard> ReadAsync(string groupId, CancellationToken cancellation)
    {
        var board = (await boards.GetBoardAsync(new GetBoardRequest { GroupId = groupId }, cancellationToken: cancellation)).Board;
        var holders = board.Rows.SelectMany(row => row.Holders).Select(holder => holder.PersonId);
        var reliedOn = board.Coverage.SharedReliances.SelectMany(reliance => reliance.PersonIds);
        var names = people.FindAsync(holders.Concat(reliedOn), cancellation);
        var codes = board.Rows.SelectMany(row => row.OrganisationCodes)
            .Concat(board.Rows.SelectMany(row => row.Flags).SelectMany(flag => flag.OrganisationCodes));
        var organisationNames = organisations.FindAsync(codes, cancellation);
        var titles = new PostTitles(board.Rows.ToDictionary(row => row.PostId, row => row.Title));
        return new NamedBoard(board, await names, await organisationNames, titles);
    }
}
