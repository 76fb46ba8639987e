using CsvHelper;

namespace Talent.Roles.Domain;

/// <summary>What is changed, where a reason is asked for it.</summary>
public enum ReasonedChange
{
    /// <summary>A person is appointed.</summary>
    Appoint,

    /// <summary>Which organisations a post serves is changed.</summary>
    Share,

    /// <summary>What is recorded about an appointment is put right.</summary>
    Amend,
}

/// <summary>The reasons that changes may have: reference data that ships with the product.</summary>
public static class ChangeReasons
{
    private static readonly Lazy<ILookup<ReasonedChange, string>> Known = new(Read);

    /// <summary>The codes for a change, in the order of the reference data.</summary>
    public static IEnumerable<string> CodesFor(ReasonedChange change) => Known.Value[change];

    /// <summary>The code of a reason as given; empty: no reason was asked for.</summary>
    /// <exception cref="RuleException">It is none of the reference data's.</exception>
    public static string Check(ReasonedChange change, string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length == 0 || CodesFor(change).Contains(code)
            ? code
            : throw RuleException.Invalid("reason_code", $"Use one of the reasons {string.Join(", ", CodesFor(change))}, or none.");
    }

    private static ILookup<ReasonedChange, string> Read()
    {
        using var stream = typeof(ChangeReasons).Assembly.GetManifestResourceStream("Talent.Roles.ReferenceData.change-reasons.csv")!;
        using var reader = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',' });
        var rows = new List<(ReasonedChange Change, string Code)>();
        while (reader.Read())
            rows.Add((Enum.Parse<ReasonedChange>(reader.GetString("change"), ignoreCase: true), reader.GetString("code")));
        return rows.ToLookup(row => row.Change, row => row.Code);
    }
}
