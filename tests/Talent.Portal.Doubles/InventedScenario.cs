using Talent.Portal.Scenarios;
using Talent.Succession.V1;

namespace Talent.Portal.Doubles;

/// <summary>What the double answers to every scenario, and its trials.</summary>
public static class InventedScenario
{
    /// <summary>The trial in which nothing happens.</summary>
    public const int QuietTrial = 5;

    /// <summary>A scenario in an address: somebody leaves.</summary>
    public static string Query { get; } = Write(new ScenarioChange
    {
        PersonLeaves = new PersonLeaves { PersonId = "person-02", On = Invented.Day(2027, 4, 1) },
    });

    /// <summary>A scenario in an address that the service refuses: its second change ends before it begins.</summary>
    public static string RefusedQuery { get; } = $"{Query}&" + Write(new ScenarioChange
    {
        RecruitmentFreeze = new RecruitmentFreeze { From = Invented.Day(2027, 4, 1), Until = Invented.Day(2027, 3, 1) },
    });

    public static CompareScenarioResponse Compare(ForecastTier tier) => new()
    {
        Group = Difference("", -60, -80, -40),
        GroupWithEqualWeights = Difference("", -20, -27, -13),
        AllOrganisations = InventedForecast.Number(-75, -95, -55),
        Organisations = { Difference("XN1", -60, -80, -40), Difference("XN2", 2, -6, 10), Difference("XN3", 0, 0, 0) },
        Posts =
        {
            Difference(Invented.PostId(1), -60, -80, -40), Difference(Invented.PostId(2), 1, -1, 3),
            Difference(Invented.PostId(3), 0, 0, 0),
            new ScenarioDifference { PartId = "post-new", Scenario = InventedForecast.Number(20, 15, 25) },
        },
        AllOrganisationsWithEqualWeights = InventedForecast.Number(-25, -32, -18),
        OrganisationsWithEqualWeights = { Difference("XN1", -20, -27, -13), Difference("XN2", 1, -3, 5), Difference("XN3", 0, 0, 0) },
        PostsWithEqualWeights =
        {
            Difference(Invented.PostId(1), -12, -16, -8), Difference(Invented.PostId(2), -15, -19, -11),
            Difference(Invented.PostId(3), 0, 0, 0),
            new ScenarioDifference { PartId = "post-new", Scenario = InventedForecast.Number(7, 5, 9) },
        },
        PostsChangeOrderWithEqualWeights = true,
        BarePostIds = { Invented.PostId(3), Invented.PostId(9) },
        BarePostIdsInScenario = { Invented.PostId(9) },
        Provenance = InventedForecast.Provenance(tier == ForecastTier.Full ? ForecastTier.Full : ForecastTier.AtOnce),
        OwnPostsLeftOut = 1,
    };

    public static PlayTrialResponse Play(int trial)
    {
        var played = new PlayTrialResponse
        {
            Trial = trial,
            WeightedDays = trial == QuietTrial ? 0 : 548,
            DaysWithEqualWeights = trial == QuietTrial ? 0 : 137,
            Provenance = InventedForecast.Provenance(ForecastTier.Full),
            OwnPostsLeftOut = 1,
        };
        if (trial != QuietTrial)
        {
            played.Steps.AddRange(
            [
                Step(2027, TrialStepKind.PersonLeaves, person: "person-01"),
                Step(2027, TrialStepKind.FallsVacant, post: 1, interim: true),
                Step(2027, TrialStepKind.SuccessorAccepts, post: 1, person: "person-02"),
                Step(2027, TrialStepKind.FilledBySuccessor, post: 1, person: "person-02"),
                Step(2027, TrialStepKind.FallsVacant, post: 3, openedBy: 1),
                Step(2027, TrialStepKind.RecruitmentBegins, post: 3),
                Step(2028, TrialStepKind.FilledFromOutside, post: 3),
                Step(2029, TrialStepKind.TermEnds, post: 2, person: "person-03", board: "XN2"),
                Step(2029, TrialStepKind.FallsVacant, post: 2, board: "XN2"),
            ]);
        }
        return played;
    }

    private static string Write(ScenarioChange change) => $"{SupposedInAddress.Field}={SupposedInAddress.Write(change)}";

    private static ScenarioDifference Difference(string part, double value, double lower, double upper) => new()
    {
        PartId = part,
        Baseline = InventedForecast.Number(200, 190, 210),
        Scenario = InventedForecast.Number(200 + value, 190 + value, 210 + value),
        Difference = InventedForecast.Number(value, lower, upper),
    };

    private static TrialStep Step(
        int year, TrialStepKind kind, int post = 0, string person = "", int openedBy = 0, bool interim = false,
        string board = "") => new()
        {
            Date = Invented.Day(year, 4, 1),
            Kind = kind,
            PostId = post == 0 ? "" : Invented.PostId(post),
            PersonId = person,
            OpenedByPostId = openedBy == 0 ? "" : Invented.PostId(openedBy),
            HasInterimCover = interim,
            OrganisationCode = board,
        };
}
