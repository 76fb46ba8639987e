using System.Collections;
using System.Reflection;
using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Risks;

namespace Talent.Succession.Engine.Tests;

public sealed class ExplainedTests
{
    [Fact]
    public void EveryResult_OfRandomGroups_IsRecomputedFromItsParts()
    {
        var numbers = 0;
        for (var seed = 1; seed <= 15; seed++)
        {
            foreach (var number in Results(GroupBuilder.Random(new Random(seed), 8).Analyse()).SelectMany(root => root.Walk()))
            {
                numbers++;
                AssertRecomputed(number);
            }
        }

        Assert.True(numbers > 10_000);
    }

    [Fact]
    public void EveryLeaf_OfRandomGroups_HasASourceOrSaysWhatToRecord()
    {
        var leaves = Results(GroupBuilder.Random(new Random(3), 8).Analyse()).SelectMany(root => root.Inputs());
        Assert.All(leaves, leaf => Assert.True(leaf.Estimate.IsUnknown ? leaf.ToRecord is not null : leaf.Source is not null));
    }

    [Fact]
    public void EveryFigure_OfRandomGroups_IsFoundByTheWalk()
    {
        // The walk of this test reaches figures by reflection; these are the roots that must be among them.
        var analysis = GroupBuilder.Random(new Random(3), 8).Analyse();
        var found = Results(analysis).ToHashSet();
        Assert.All(analysis.Risks.Values, risk => Assert.Contains(risk.Weighted, found));
        Assert.All(analysis.Findings, finding => Assert.Contains(finding.ShareCovered, found));
    }

    [Fact]
    public void From_UnknownPart_StaysUnknownWithItsRange()
    {
        var sum = Explained.From("s", "days", Operation.Sum, Known(2), Explained.Missing("m", 1, 3, "days", "the days"));
        Assert.Null(sum.Estimate.Value);
        Assert.Equal((3, 5), (sum.Estimate.Low, sum.Estimate.High));
        Assert.Equal(["m"], sum.UnknownInputs().Select(input => input.Name));
    }

    [Fact]
    public void From_DifferenceOfRanges_UsesOppositeEnds()
    {
        var difference = Explained.From("d", "days", Operation.Difference, Known(5, 4, 6), Known(2, 1, 3));
        Assert.Equal(Estimate.Of(3, 1, 5), difference.Estimate);
    }

    [Fact]
    public void From_SmallestKnownWithoutAnyKnown_IsUnknown() =>
        Assert.True(Explained.From("s", "days", Operation.SmallestKnown, Explained.Missing("m", 1, 3, "days", "it")).Estimate.IsUnknown);

    [Theory]
    [InlineData(Operation.Product)]
    [InlineData(Operation.AnyHappens)]
    [InlineData(Operation.SumOfSquares)]
    public void From_NegativePart_IsRefusedWhereItMakesNoSense(Operation operation) =>
        Assert.Throws<ArgumentException>(() => Explained.From("x", "days", operation, Known(-1)));

    [Fact]
    public void From_DivisionByWhatMayBeZero_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Explained.From("x", "share", Operation.Ratio, Known(1), Known(1, 0, 2)));

    [Fact]
    public void From_ProbabilityAboveOne_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Explained.From("x", "probability", Operation.AnyHappens, Known(1.5)));

    [Fact]
    public void From_Given_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Explained.From("x", "days", Operation.Given, Known(1)));

    [Fact]
    public void Formula_EveryOperation_NamesItsParts()
    {
        foreach (var operation in Enum.GetValues<Operation>().Where(operation => operation != Operation.Given))
        {
            Explained[] parts = operation is Operation.Ratio or Operation.ShareOfTimeVacant
                ? [Known(0.5), Known(0.5)]
                : [Known(0.5)];
            Assert.Contains("known", Explained.From("x", "days", operation, parts).Formula, StringComparison.Ordinal);
        }
    }

    private static Explained Known(double value) => Known(value, value, value);

    private static Explained Known(double value, double low, double high) =>
        Explained.Given("known", Estimate.Of(value, low, high), "days", "a test");

    // The formulas once more, written independently of the engine.
    private static void AssertRecomputed(Explained number)
    {
        var parts = number.Parts.Select(part => part.Estimate).ToArray();
        if (number.Operation == Operation.Given)
        {
            Assert.Empty(parts);
            return;
        }

        if (number.Operation == Operation.SmallestKnown)
        {
            Assert.Equal(parts.Where(part => part.Value is not null).Min(part => part.Value), number.Estimate.Value);
            Assert.Equal(parts.Min(part => part.Low), number.Estimate.Low);
            return;
        }

        Assert.Equal(parts.Any(part => part.Value is null), number.Estimate.Value is null);
        if (number.Estimate.Value is { } value) AssertClose(Compute(number.Operation, [.. parts.Select(part => part.Value!.Value)]), value);
        var swap = number.Operation is Operation.Difference or Operation.PositiveDifference or Operation.Ratio;
        double[] lows = [.. parts.Select((part, at) => swap && at > 0 ? part.High : part.Low)];
        double[] highs = [.. parts.Select((part, at) => swap && at > 0 ? part.Low : part.High)];
        AssertClose(Compute(number.Operation, lows), number.Estimate.Low);
        AssertClose(Compute(number.Operation, highs), number.Estimate.High);
    }

    private static double Compute(Operation operation, double[] x) => operation switch
    {
        Operation.Sum => x.Sum(),
        Operation.Difference => x[0] - x[1],
        Operation.PositiveDifference => x[0] > x[1] ? x[0] - x[1] : 0,
        Operation.Product => x.Length == 2 ? x[0] * x[1] : x[0] * x[1] * x[2],
        Operation.Ratio => x[0] / x[1],
        Operation.AnyHappens => x.Length == 1 ? x[0] : x[0] + x[1] - (x[0] * x[1]),
        Operation.HappensWithin => -(Math.Pow(Math.E, -x[0] * x[1]) - 1),
        Operation.SumOfReciprocals => x.Sum(part => Math.Pow(part, -1)),
        Operation.SumOfSquares => x.Sum(part => Math.Pow(part, 2)),
        _ => throw new InvalidOperationException($"No result of a group uses {operation}; add its formula here when one does."),
    };

    private static void AssertClose(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-9 * Math.Max(1, Math.Abs(expected)), $"expected {expected}, got {actual}");

    private static List<Explained> Results(GroupAnalysis analysis)
    {
        var roots = new List<Explained>();
        Collect(analysis.Risks.Values, roots);
        Collect(analysis.Findings, roots);
        foreach (var person in analysis.Snapshot.Holders()) Collect(analysis.DependencyOn(person), roots);
        foreach (var post in analysis.Snapshot.Posts)
        {
            Collect(analysis.IfVacantTonight(post.Id), roots);
            roots.Add(Coverage.SharedOutBenchStrength(analysis.Snapshot, post.Id));
        }

        Collect(Concentration.Of(analysis.Snapshot, Weighting.Equal), roots);
        roots.AddRange([
            Coverage.CoverageRatio(analysis.Snapshot), Coverage.ReadyNowRatio(analysis.Snapshot),
            Coverage.SuccessorCoverage(analysis.Snapshot),
        ]);
        return roots;
    }

    private static void Collect(object? value, List<Explained> roots)
    {
        if (value is Explained root)
        {
            roots.Add(root);
        }
        else if (value is IEnumerable list and not string)
        {
            foreach (var item in list) Collect(item, roots);
        }
        else if (value?.GetType().Namespace?.StartsWith("Talent.", StringComparison.Ordinal) == true && !value.GetType().IsEnum)
        {
            foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                Collect(property.GetValue(value), roots);
        }
    }
}
