using Talent.Roles.Domain;

namespace Talent.Roles.Imports;

/// <summary>Says what a row of a file creates or changes, as a report lists it: "name: A -> B; close date: none -> 2027-03-31".</summary>
internal static class ChangeWords
{
    /// <summary>What was not recorded before.</summary>
    /// <param name="after">The organisation as it will be.</param>
    /// <param name="asOf">The day of the file.</param>
    public static string New(Organisation after, DateOnly asOf) => $"New {after.Kind.InWords()}: {after.NameOn(asOf)}";

    /// <summary>What was not recorded before.</summary>
    public static string New(OrganisationSuccession after) =>
        $"New succession: {after.Successor} followed {after.Predecessor} on {Text.Day(after.Date)}";

    /// <summary>What differs, as of the day of the file.</summary>
    /// <param name="before">The organisation as recorded.</param>
    /// <param name="after">The organisation as it will be.</param>
    /// <param name="asOf">The day of the file.</param>
    public static string Between(Organisation before, Organisation after, DateOnly asOf)
    {
        string?[] differences =
        [
            Difference("name", before.NameOn(asOf), after.NameOn(asOf)),
            Difference("kind", before.Kind.InWords(), after.Kind.InWords()),
            Difference("region", ValueOn(before.Regions), ValueOn(after.Regions)),
            Difference("integrated care board", ValueOn(before.Boards), ValueOn(after.Boards)),
            Difference("open date", Day(before.Period?.Start), Day(after.Period?.Start)),
            Difference("close date", LastDay(before), LastDay(after), absent: "none"),
            Difference("trust", before.Parent?.Value, after.Parent?.Value),
            Difference("postcode", before.Postcode, after.Postcode),
        ];
        var words = string.Join("; ", differences.OfType<string>());
        return words.Length > 0 ? words : "What is recorded of its past was brought in line with the file";

        // Of an organisation that does not exist on the day, the last value known.
        string? ValueOn(DatedRows<OrganisationCode> rows) => (rows.On(asOf) ?? OutsideItsTime(rows))?.Value.Value;

        Dated<OrganisationCode>? OutsideItsTime(DatedRows<OrganisationCode> rows) =>
            after.ExistsOn(asOf) || rows.Rows.Count == 0 ? null : rows.Rows[^1];
    }

    /// <summary>What differs; empty where nothing does.</summary>
    /// <param name="before">The succession as recorded.</param>
    /// <param name="after">The succession as it will be.</param>
    public static string Between(OrganisationSuccession before, OrganisationSuccession after)
    {
        string?[] differences =
        [
            Difference("date", Text.Day(before.Date), Text.Day(after.Date)),
            Difference("type", InWords(before.Kind), InWords(after.Kind)),
        ];
        return string.Join("; ", differences.OfType<string>());
    }

    private static string? Difference(string what, string? before, string? after, string absent = "not known") =>
        string.Equals(before, after, StringComparison.Ordinal) ? null : $"{what}: {before ?? absent} -> {after ?? absent}";

    private static string? Day(DateOnly? day) => day is { } known ? Text.Day(known) : null;

    private static string? LastDay(Organisation organisation) => Day(organisation.Period?.End?.AddDays(-1));

    private static string? InWords(SuccessionKind kind) => kind switch
    {
        SuccessionKind.Merger => "merger",
        SuccessionKind.Acquisition => "acquisition",
        SuccessionKind.Split => "split",
        _ => null,
    };
}
