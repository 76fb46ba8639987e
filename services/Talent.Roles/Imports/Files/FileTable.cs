using CsvHelper;

namespace Talent.Roles.Imports.Files;

/// <summary>Reads the rows of a comma-separated file with the lines they start on, whatever line breaks their quoted values hold.</summary>
public static class FileTable
{
    /// <summary>
    /// The rows that could be taken apart; everything that could not is an error in <paramref name="report"/>. Null: the file as a whole
    /// could not be.
    /// </summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="layout">How it is laid out.</param>
    /// <param name="report">Takes the errors.</param>
    public static IReadOnlyList<FileRow>? Read(ReadOnlySpan<byte> content, FileLayout layout, ICollection<ImportRemark> report)
    {
        var text = FileText.Decode(content);
        if (text.Error is not null)
        {
            report.Add(text.Error);
            return null;
        }
        var records = Records(text.Text, report);
        if (!layout.HasHeader)
            return Rows(records, layout.Columns, layout.Columns, report);
        if (records.Count == 0)
            return null;
        var (line, header) = records[0];
        header = [.. header.Select(name => name.Trim())];
        var missing = layout.Columns.Except(header, StringComparer.Ordinal).ToList();
        foreach (var column in missing)
        {
            var reason = $"The header does not name the column \"{column}\": choose the right kind of file.";
            report.Add(ImportRemark.Error(line, column, reason));
        }
        foreach (var twice in header.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1))
            report.Add(ImportRemark.Error(line, twice.Key, $"The header names the column \"{twice.Key}\" twice: remove one."));
        if (records.Count == 1)
            report.Add(ImportRemark.Error(0, "", "The file has a header and no rows: choose the file that holds the rows."));
        return report.Count > 0 ? null : Rows(records[1..], header, layout.Columns, report);
    }

    private static List<FileRow> Rows(
        List<(int Line, string[] Values)> records,
        IReadOnlyList<string> columns,
        IReadOnlyList<string> wanted,
        ICollection<ImportRemark> report)
    {
        var places = wanted.ToDictionary(column => column, column => columns.ToList().IndexOf(column), StringComparer.Ordinal);
        var rows = new List<FileRow>(records.Count);
        foreach (var (line, values) in records)
        {
            if (values.Length == columns.Count)
            {
                rows.Add(new(line, places.ToDictionary(place => place.Key, place => values[place.Value], StringComparer.Ordinal), report));
                continue;
            }
            var reason = values is [""]
                ? "The line is empty: remove it."
                : $"The row has {values.Length} columns, it must have {columns.Count}: check its commas and quotes.";
            report.Add(ImportRemark.Error(line, "", reason));
        }
        return rows;
    }

    private static List<(int Line, string[] Values)> Records(string text, ICollection<ImportRemark> report)
    {
        var records = new List<(int Line, string[] Values)>();
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            DetectSeparatorHint = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            OnMalformedRecord = bad => report.Add(ImportRemark.Error((int)bad.LineNumber, "", InWords(bad.Reason))),
        });
        while (reader.Read())
            records.Add(((int)reader.LineNumber, reader.Current.ToArray()));
        return records;
    }

    private static string InWords(CsvMalformedReason reason) => reason == CsvMalformedReason.UnterminatedQuote
        ? "A quote opens here and is never closed: close it."
        : "A quote stands where none may stand: put values with quotes in quotes and double the quotes inside.";
}
