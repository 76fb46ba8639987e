using System.Globalization;
using System.Text.RegularExpressions;
using Talent.ServiceDefaults;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.V1;

namespace Talent.Succession.Boards;

/// <summary>Carries explained numbers into the contract: facts become inputs, computed numbers become parts.</summary>
public static partial class ExplainedMapping
{
    /// <summary>The number with everything it rests on.</summary>
    public static ExplainedNumber ToContract(this Explained number) => ToContract(number, int.MaxValue);

    /// <summary>
    /// The number with some levels of its parts: where parts have a part in common, all levels would repeat it in each of them.
    /// </summary>
    /// <param name="number">The number.</param>
    /// <param name="levels">How many levels of computed parts; 0: none.</param>
    internal static ExplainedNumber ToContract(this Explained number, int levels)
    {
        ArgumentNullException.ThrowIfNull(number);
        var contract = new ExplainedNumber
        {
            Key = Key(number.Name),
            Name = number.Name,
            Unit = number.Unit,
            Formula = number.Formula,
            Source = number.Source ?? "",
            PostId = number.About?.Value ?? "",
        };
        var estimate = number.Estimate;
        if (estimate.Value is { } value) contract.Value = value;
        if (estimate.Low < estimate.High) (contract.Lower, contract.Upper) = (estimate.Low, estimate.High);
        if (number.Operation == Operation.Given) contract.Inputs.Add(ToInput(number));
        contract.Inputs.AddRange(number.Parts.Where(part => part.Operation == Operation.Given).Select(ToInput));
        if (levels > 0)
        {
            contract.Parts.AddRange(
                number.Parts.Where(part => part.Operation != Operation.Given).Select(part => part.ToContract(levels - 1)));
        }

        return contract;
    }

    /// <summary>A fact as an input.</summary>
    internal static ExplainedInput ToInput(Explained fact) => new()
    {
        Name = fact.Name,
        Value = fact.Estimate.IsUnknown ? "" : Show(fact),
        Date = fact.Date.ToDate(),
        Source = fact.Source ?? $"Not recorded. Record {fact.ToRecord}.",
        Unknown = fact.Estimate.IsUnknown,
    };

    private static string Show(Explained fact)
    {
        var estimate = fact.Estimate;
        var range = estimate.Low < estimate.High ? $" ({Show(estimate.Low)} to {Show(estimate.High)})" : "";
        return $"{Show(estimate.Value!.Value)}{range} {fact.Unit}";
    }

    private static string Show(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>The key of a measure by its name.</summary>
    internal static string Key(string name) => NotInKeys().Replace(name.ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex NotInKeys();
}
