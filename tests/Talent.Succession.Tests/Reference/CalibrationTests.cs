using System.Globalization;
using Talent.Succession.Engine.Calibration;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;
using Talent.Succession.ReferenceData;

namespace Talent.Succession.Tests.Reference;

/// <summary>The reference data as delivered against what was published, and against trials of the simulation.</summary>
public sealed class CalibrationTests
{
    private const int Trials = 20_000;

    private static readonly PublishedFigures Published = SuccessionReferenceData.ReadPublishedFigures();
    private static readonly Engine.Inputs.ReferenceData Data = SuccessionReferenceData.Read();
    private static readonly CalibrationTable Table = CalibrationTable.Of(Published, Data);

    public static TheoryData<string> Figures { get; } = [.. Table.Figures.Select(figure => figure.Name)];

    [Theory]
    [MemberData(nameof(Figures))]
    public void Figure_AsDelivered_FitsWhatWasPublished(string name)
    {
        var figure = Table.Figures.Single(each => each.Name == name);
        TestContext.Current.TestOutputHelper!.WriteLine(Line(figure));
        Assert.True(figure.Fits, Line(figure));
    }

    [Fact]
    public void ConstantTurnover_OfChiefExecutives_GivesWhatThePoissonProcessSays()
    {
        var shares = Table.ConstantTurnover.Select(figure => Math.Round(figure.Model.Value!.Value * 100, 1));
        Assert.Equal([21.3, 32.9, 45.8], shares);
    }

    [Fact]
    public void ConstantTurnover_OfChiefExecutives_IsRefuted() =>
        Assert.Equal([true, false, false], Table.ConstantTurnover.Select(each => each.Fits));

    [Fact]
    public void Figures_ConstantTurnoverInsteadOfTheBands_DoNotFit()
    {
        var rates = Published.Executives.Families.ToDictionary(family => family, family => Data.Turnover.RateOf(family)!);
        var flat = Data with { Turnover = new TurnoverRates(rates, [], Data.Turnover.EndsAtPlannedEnd, Data.Turnover.EndsAtTermLimit) };
        Assert.Contains(CalibrationTable.Of(Published, flat).Figures, figure => !figure.Fits);
    }

    [Fact]
    public void Figures_HoldersOfAllNumbers_AddUpToOne()
    {
        var holders = Table.Figures.Where(figure => figure.Name.StartsWith("Trusts with", StringComparison.Ordinal)).Take(3).ToArray();
        Assert.Equal(1, holders.Sum(figure => figure.Published.Number.Value), 1e-12);
        Assert.Equal(1, holders.Sum(figure => figure.Model.Value!.Value), 1e-12);
    }

    [Fact]
    public void Figures_OneChiefExecutiveInFiveYears_IsWhatTheTrialsGive()
    {
        // The holder's first day is not known, so the trials draw it as that of somebody met on an average day.
        var post = new Post(new("p"), Data.Thresholds.ChiefExecutiveFamily, PostLevel.Trust, [new OrganisationServed(new("A"))]);
        var held = new Appointment(post.Id, new("h"), AppointmentKind.Substantive);
        var model = new SimulationModel(
            new GroupSnapshot(new DateOnly(2026, 11, 30), [post], [held], []), Data, SuccessionReferenceData.ReadForecastModel(Data).Moves);
        var fell = Simulator.Run(model, seed: 1, Trials).Posts.Single().FallsVacant[4].Prudent;
        var one = Table.Figures[0].Model.Value!.Value;
        Assert.Equal(one, 1 - fell, 4 * Math.Sqrt(one * (1 - one) / Trials));
    }

    [Fact]
    public void Of_FamilyWithoutTurnover_IsRefused()
    {
        var none = new TurnoverRates(
            new Dictionary<FamilyKey, ReferenceNumber>(), [], Data.Turnover.EndsAtPlannedEnd, Data.Turnover.EndsAtTermLimit);
        Assert.Throws<ArgumentException>(() => CalibrationTable.Of(Published, Data with { Turnover = none }));
    }

    [Fact]
    public void Figures_EveryOne_NamesItsSourceAndWhatItRestsOn() => Assert.All(Table.Figures.Concat(Table.ConstantTurnover), figure =>
    {
        Assert.NotEmpty(figure.Published.Number.Source);
        Assert.NotEmpty(figure.How);
        Assert.NotEmpty(figure.Inputs);
    });

    private static string Line(CalibratedFigure figure)
    {
        var invariant = CultureInfo.InvariantCulture;
        var number = figure.Published.Number.Estimate;
        string Show(Estimate estimate) => estimate.Value is { } value
            ? value.ToString("0.0000", invariant) : string.Create(invariant, $"{estimate.Low:0.0000} to {estimate.High:0.0000}");
        return $"{figure.Name}: published {Show(number)}, model {Show(figure.Model)}, difference {Show(figure.Difference)}";
    }
}
