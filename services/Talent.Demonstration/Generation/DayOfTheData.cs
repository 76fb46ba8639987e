using Talent.Roles.V1;

namespace Talent.Demonstration.Generation;

/// <summary>
/// The day that loaded data describes can be read from it: every integrated care board opened a fixed time before. A load that was
/// interrupted goes on with the day it began with, however much later.
/// </summary>
internal static class DayOfTheData
{
    private const int DaysSinceBoardsOpened = 2000;

    /// <summary>Code of the organisation that is recorded first.</summary>
    public const string FirstCode = "X9I01";

    public static DateOnly OpeningOfBoards(DateOnly asOf) => asOf.AddDays(-DaysSinceBoardsOpened);

    public static DateOnly ReadFrom(Organisation board) => board.Period.Start.ToDay().AddDays(DaysSinceBoardsOpened);
}
