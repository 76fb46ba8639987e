using System.Text.RegularExpressions;
using Talent.Succession.Boards;
using Talent.Succession.Engine;
using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Turnover;
using Talent.Succession.ReferenceData;

namespace Talent.Succession.Tests.Boards;

public sealed class WordingTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly string[] Boards = ["A", "B", "C", "D"];
    private static readonly Regex NotForTheScreen =
        new("hero|risk|\\bred\\b|hazard|bench|rival", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    [Fact]
    public void Finding_ChiefExecutiveOfFourBoards_SaysItOfThePosts()
    {
        var flag = Flag();
        Assert.Equal(
            "Four boards rely on one person for the chief executive role. If the post fell vacant, cover is confirmed for none. "
            + "This describes how the posts are arranged, not how well anyone does them.", flag.Finding);
        Assert.Equal("Dependence on one leader", flag.Title);
    }

    [Fact]
    public void Finding_DeputyPost_IsSaidToBeTheDeputys()
    {
        var deputy = new Post(new("d"), new("chief-executive"), PostLevel.Group, Boards.Select(code => new OrganisationServed(new(code))));
        var chief = new Post(
            new("p"), new("chief-executive"), PostLevel.Group, [new OrganisationServed(new("A"))],
            deputies: [new DeputyArrangement(deputy.Id, Answer.Yes)]);
        var snapshot = new GroupSnapshot(Today, [chief, deputy], [new Appointment(deputy.Id, new("h"), AppointmentKind.Substantive)], []);
        var finding = new GroupAnalysis(snapshot, SuccessionReferenceData.Read()).Findings.Single();
        Assert.Contains("for the deputy chief executive role", FlagWording.Finding(finding, snapshot), StringComparison.Ordinal);
    }

    [Fact]
    public void Flag_EverySentence_KeepsToTheWordsForTheScreen()
    {
        var flag = Flag();
        string[] sentences =
        [
            flag.Title, flag.Finding, .. flag.Reasons.Select(reason => reason.Sentence), .. flag.Actions.Select(action => action.Sentence),
        ];
        Assert.True(sentences.Length > 6);
        Assert.All(sentences, sentence =>
            Assert.DoesNotMatch(NotForTheScreen, sentence));
        Assert.All(sentences.Skip(1), sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Explained_EveryNumberOnAPage_KeepsToTheWordsForTheScreen()
    {
        var other = new Post(new("q"), new("chair"), PostLevel.Group, [new OrganisationServed(new("A"))]);
        var held = new Appointment(other.Id, new("x"), AppointmentKind.Substantive);
        var snapshot = Snapshot();
        var analysis = new GroupAnalysis(
            new GroupSnapshot(
                Today, [.. snapshot.Posts, other], [.. snapshot.Appointments, held],
                [.. snapshot.Nominations, new Nomination(other.Id, new("h"), Readiness.By(Today))]),
            SuccessionReferenceData.Read());
        Explained[] numbers =
        [
            .. analysis.Risks.Values.SelectMany(risk => new[] { risk.Weighted, risk.Equal }), analysis.DependencyOn(new("h")).Weighted,
            analysis.IfVacantTonight(new("p")).WeightedDays, Coverage.SharedOutBenchStrength(analysis.Snapshot, new("p")),
            .. CoverageMeasures.Published(analysis.Snapshot), Coverage.SharedOutBenchStrength(analysis.Snapshot),
            VacancyProbability.BoardsAtTermLimit(held, other, Today, analysis.Data.Thresholds)!,
        ];
        string[] names =
        [
            .. numbers.SelectMany(number => number.Walk()).SelectMany(number => new[] { number.Name, number.Unit, number.Formula }),
            .. Everything(CoverageMeasures.IfItHappened(analysis)),
        ];
        Assert.Contains("The people ready or preparing for another post change", names);
        Assert.All(names, name => Assert.DoesNotMatch(NotForTheScreen, name));
    }

    [Fact]
    public void IfItHappened_OpensIntoTheTimeToBeReadyAndWhoIsNotCounted()
    {
        var snapshot = Snapshot();
        var data = SuccessionReferenceData.Read();
        var number = CoverageMeasures.IfItHappened(new GroupAnalysis(snapshot, data));
        Assert.Equal((0, "posts"), (number.Value, number.Unit));
        Assert.Contains(number.Inputs, input => input is { Value: "91 days", Source: "Notice of an executive director: three months" });
        Assert.Contains(number.Inputs, input => input.Name.Contains("without a known readiness", StringComparison.Ordinal)
            && input.Value == "1 nominations");
        Assert.Contains(number.Inputs, input => input.Name.Contains("do not meet what the post needs", StringComparison.Ordinal)
            && input.Value == "0 nominations");
        Assert.Contains(number.Inputs, input => input.Name.Contains("from outside the group", StringComparison.Ordinal)
            && input.Value == "0 nominations");
    }

    [Fact]
    public void Explained_FactsAndUnknowns_BecomeInputsWithTheirSource()
    {
        var snapshot = Snapshot();
        var risk = new GroupAnalysis(snapshot, SuccessionReferenceData.Read()).Risks.Values.Single().Weighted.ToContract();
        Assert.Equal("expected-days-uncovered", risk.Key);
        Assert.Equal(risk.Parts[0].Value * risk.Parts[1].Value * 5, risk.Value, 1e-9);
        Assert.Contains(risk.Inputs, input => input is { Name: "Criticality", Unknown: false });
        var inputs = risk.Parts.SelectMany(part => part.Inputs.Concat(part.Parts.SelectMany(deeper => deeper.Inputs)));
        Assert.All(inputs, input => Assert.NotEmpty(input.Source));
        Assert.Contains(inputs, input => input.Unknown && input.Value.Length == 0);
    }

    [Fact]
    public void ReferenceData_AsDelivered_HasASourceForEveryNumber()
    {
        var data = SuccessionReferenceData.Read();
        Assert.Equal(0.27, data.Turnover.RateOf(new FamilyKey("chief-executive"))!.Value);
        Assert.Equal("NHS Code of governance 4.3", data.Thresholds.TermLimitYears.Source);
        Assert.Equal(137, data.FillTimes.Of(new FamilyKey("chair")).Value);
    }

    private static IEnumerable<string> Everything(V1.ExplainedNumber number) =>
        [number.Name, number.Formula, .. number.Inputs.SelectMany(input => new[] { input.Name, input.Value })];

    private static V1.Flag Flag()
    {
        var snapshot = Snapshot();
        var finding = new GroupAnalysis(snapshot, SuccessionReferenceData.Read()).Findings.Single();
        return FlagMapping.ToContract(finding, snapshot, "flag", Today);
    }

    private static GroupSnapshot Snapshot()
    {
        var post = new Post(
            new("p"), new("chief-executive"), PostLevel.Group, Boards.Select(code => new OrganisationServed(new(code))),
            Criticality.Agreed(5, Today), 5, Answer.Yes);
        return new GroupSnapshot(
            Today, [post], [new Appointment(post.Id, new("h"), AppointmentKind.Substantive, Today.AddYears(-3), Today.AddMonths(3))],
            [new Nomination(post.Id, new("x"))]);
    }
}
