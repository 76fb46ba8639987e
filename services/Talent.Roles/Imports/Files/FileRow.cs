using System.Globalization;
using Talent.Roles.Domain;

namespace Talent.Roles.Imports.Files;

/// <summary>One row of a file. Reading a value that is wrong adds an error to the report and gives nothing.</summary>
public sealed class FileRow(int line, IReadOnlyDictionary<string, string> values, ICollection<ImportRemark> report)
{
    private static readonly DateOnly EarliestDay = new(1800, 1, 1);
    private static readonly DateOnly LatestDay = new(2200, 1, 1);

    /// <summary>Line on which the row starts, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Whether a value of this row was wrong.</summary>
    public bool IsWrong { get; private set; }

    /// <summary>The organisation that remarks on this row are about.</summary>
    public string About { get; set; } = "";

    /// <summary>The value as it stands, without space around it; empty where it is.</summary>
    public string Value(string column) => values[column].Trim();

    /// <summary>Notes that the value of the column is wrong.</summary>
    public void Wrong(string column, string reason)
    {
        IsWrong = true;
        report.Add(ImportRemark.Error(Line, column, reason, About));
    }

    /// <summary>A code; null with an error where it is missing or none.</summary>
    public OrganisationCode? Code(string column) => Read(column, Value(column), value => (OrganisationCode?)new OrganisationCode(value));

    /// <summary>A code that may be missing; null with an error where it is none.</summary>
    public OrganisationCode? OptionalCode(string column) => Value(column).Length == 0 ? null : Code(column);

    /// <summary>One line of text; null with an error where it is missing or none.</summary>
    public string? SingleLine(string column) => Read(column, Value(column), value => Text.Line(column, value));

    /// <summary>One line of text that may be missing.</summary>
    public string? OptionalLine(string column) => Value(column).Length == 0 ? null : SingleLine(column);

    /// <summary>A day in the format given; null with an error where it is missing or impossible.</summary>
    public DateOnly? Day(string column, string format)
    {
        var value = Value(column);
        if (value.Length == 0)
            Wrong(column, $"Give the day: the column is empty, it must hold a date like {Sample(format)}.");
        else if (!DateOnly.TryParseExact(value, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            Wrong(column, $"\"{Shortened(value)}\" is no day of the calendar written like {Sample(format)}.");
        else if (day < EarliestDay || day >= LatestDay)
            Wrong(column, $"\"{value}\" lies outside the years {EarliestDay.Year} to {LatestDay.Year - 1}: check the year.");
        else
            return day;
        return null;
    }

    /// <summary>A day that may be missing; null with an error where it is impossible.</summary>
    public DateOnly? OptionalDay(string column, string format) => Value(column).Length == 0 ? null : Day(column, format);

    /// <summary>From an opening to a last day, which is still open; null with an error where they are the wrong way round.</summary>
    public Period? Inclusive(string column, DateOnly? open, DateOnly? last)
    {
        if (open is null)
            return null;
        if (last < open)
        {
            Wrong(column, $"The close date {Text.Day(last.Value)} lies before the open date {Text.Day(open.Value)}: check both.");
            return null;
        }
        return Period.Inclusive(open, last);
    }

    private T? Read<T>(string column, string value, Func<string, T> read)
    {
        try
        {
            return read(value);
        }
        catch (RuleException broken)
        {
            Wrong(column, broken.Message);
            return default;
        }
    }

    private static string Sample(string format) => new DateOnly(2026, 7, 31).ToString(format, CultureInfo.InvariantCulture);

    private static string Shortened(string value) => value.Length <= 30 ? value : value[..30] + "…";
}
