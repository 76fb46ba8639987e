using System.Reflection;
using Talent.Succession.Boards;
using Talent.Succession.Domain;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Forecasts;
using Talent.Succession.ReferenceData;
using Nomination = Talent.Succession.Engine.Inputs.Nomination;
using Readiness = Talent.Succession.Engine.Inputs.Readiness;

namespace Talent.Succession.Tests.Forecasts;

public sealed class ForecastFingerprintTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly FamilyKey Chair = new("chair");
    private static readonly FamilyKey Finance = new("chief-finance-officer");
    private static readonly ForecastModel Model = SuccessionReferenceData.ReadForecastModel(SuccessionReferenceData.Read());
    private static readonly GroupInputs Inputs = new(
        "group-1", "Y56", null, [], [],
        [("a", new Nominee { Id = "nomination", PersonId = "named", NominatedOn = Today })], new HashSet<string>(), [], new(1, 2, 3));

    public static TheoryData<string> Numbers() =>
    [
        .. Names(Model.Moves), .. Names(Model.Actions), .. Names(Model.Rules), .. Names(Model.Data.Thresholds),
    ];

    [Fact]
    public void Of_TheSameInAnotherOrder_IsTheSame()
    {
        (string, Nominee)[] named =
        [
            ("a", new Nominee { Id = "one", PersonId = "p", NominatedOn = Today }),
            ("b", new Nominee { Id = "two", PersonId = "p", NominatedOn = Today }),
        ];
        Assert.Equal(
            ForecastFingerprint.Of(
                Inputs with { Nominations = named }, new GroupSnapshot(Today, [Post("a"), Post("b")], [], []), Model, 0),
            ForecastFingerprint.Of(
                Inputs with { Nominations = [.. named.Reverse()] }, new GroupSnapshot(Today, [Post("b"), Post("a")], [], []), Model, 0));
    }

    [Fact]
    public void Of_LaterPositionsOfTheLogs_IsTheSame() =>
        Assert.Equal(Of(), Of(Inputs with { Positions = new LogPositions(10, 20, 30) }));

    [Fact]
    public void Of_ADifferenceAnywhereInTheGroup_Differs()
    {
        GroupSnapshot[] groups =
        [
            Group(), Group(asOf: Today.AddDays(1)), Group(criticality: Criticality.Proposed(4)),
            Group(criticality: Criticality.Agreed(3, Today)), Group(start: Today.AddDays(-401)), Group(plannedEnd: Today.AddDays(9)),
            Group(kind: AppointmentKind.Acting), Group(accepted: Answer.Yes), Group(readiness: Readiness.By(Today.AddDays(1))),
            Group(readiness: Readiness.Between(Today, null)), Group(rank: 2), Group(isExternal: true), Group(left: ["T1"]),
            Group(firstAppointed: Today.AddYears(-3)), Group(leaves: (10, 20)), Group(leaves: (11, 20)), Group(leaves: (10, 21)),
        ];
        Assert.Equal(groups.Length, groups.Select(group => ForecastFingerprint.Of(Inputs, group, Model, 0)).Distinct().Count());
    }

    [Fact]
    public void Of_ANominationMadeAnew_Differs() => Assert.NotEqual(Of(), Of(Inputs with
    {
        Nominations = [("a", new Nominee { Id = "another", PersonId = "named", NominatedOn = Today })],
    }));

    [Fact]
    public void Of_ANomineeWhoHasNoRecordAnyMore_Differs() => Assert.NotEqual(Of(), Of(Inputs with
    {
        Nominations = [("a", new Nominee { Id = "nomination", ExternalTextId = "text", NominatedOn = Today })],
    }));

    [Fact]
    public void Of_ANominationForAPostThatIsLeftOut_IsTheSame() => Assert.Equal(Of(), Of(Inputs with
    {
        Nominations = [.. Inputs.Nominations, ("own", new Nominee { Id = "further", PersonId = "named", NominatedOn = Today })],
    }));

    [Fact]
    public void Of_CriticalitiesAgreed_Differs() => Assert.NotEqual(Of(), Of(Inputs with { CriticalityAgreedOn = Today }));

    [Fact]
    public void Of_AnotherNumberOfPostsLeftOut_Differs() =>
        Assert.NotEqual(Of(), ForecastFingerprint.Of(Inputs, Group(), Model, leftOut: 1));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Of_ANumberOfTheReferenceData_Differs(string number)
    {
        var other = Model with
        {
            Moves = Moved(Model.Moves, number),
            Actions = Moved(Model.Actions, number),
            Rules = Moved(Model.Rules, number),
            Data = Model.Data with { Thresholds = Moved(Model.Data.Thresholds, number) },
        };
        Assert.NotEqual(Of(), Of(model: other));
    }

    [Fact]
    public void Of_AnotherSourceOrDayOfANumber_Differs()
    {
        var accepts = Model.Moves.Accepts;
        ReferenceNumber[] numbers =
        [
            accepts, new(accepts.Estimate, "another source", accepts.ValidFrom), new(accepts.Estimate, accepts.Source, Today),
            new(Estimate.Of(accepts.Value, accepts.Estimate.Low, 1), accepts.Source, accepts.ValidFrom),
        ];
        Assert.Equal(
            numbers.Length,
            numbers.Select(number => Of(model: Model with { Moves = Model.Moves with { Accepts = number } })).Distinct().Count());
    }

    [Fact]
    public void Of_TurnoverOrTimesToFill_Differs()
    {
        string[] fingerprints =
        [
            Of(model: With(Turnover())), Of(model: With(Turnover(rate: 0.3))), Of(model: With(Turnover(band: 2))),
            Of(model: With(Turnover(atPlannedEnd: 0.8))), Of(model: With(Turnover(atTermLimit: 0.7))), Of(model: With(Times())),
            Of(model: With(Times(days: 100))), Of(model: With(Times(otherwise: 100))), Of(model: With(Times(successor: 31))),
            Of(model: With(Times(notice: 92))),
        ];
        Assert.Equal(fingerprints.Length, fingerprints.Distinct().Count());
    }

    [Fact]
    public void Of_TurnoverOfAFamilyThatTheGroupHasNot_IsTheSame() => Assert.Equal(
        Of(model: With(Turnover())), Of(model: With(Turnover(finance: 0.5))));

    private static string Of(GroupInputs? inputs = null, ForecastModel? model = null) =>
        ForecastFingerprint.Of(inputs ?? Inputs, Group(), model ?? Model, leftOut: 0);

    private static ForecastModel With(TurnoverRates turnover) => Model with { Data = Model.Data with { Turnover = turnover } };

    private static ForecastModel With(FillTimes times) => Model with { Data = Model.Data with { FillTimes = times } };

    private static TurnoverRates Turnover(
        double rate = 0.2, double finance = 0.2, double band = 1, double atPlannedEnd = 0.9, double atTermLimit = 0.9) => new(
        new Dictionary<FamilyKey, ReferenceNumber> { [Chair] = Number(rate), [Finance] = Number(finance) },
        [new TenurePattern([Chair], [new TenureBand(0, Number(band))])], Number(atPlannedEnd), Number(atTermLimit));

    private static FillTimes Times(double days = 137, double otherwise = 137, double successor = 30, double notice = 91) => new(
        new Dictionary<FamilyKey, ReferenceNumber> { [Chair] = Number(days) }, Number(otherwise), Number(successor), Number(notice));

    private static ReferenceNumber Number(double value) => new(Estimate.Exact(value), "an invented source", Today);

    private static IEnumerable<PropertyInfo> Properties(object rules) =>
        rules.GetType().GetProperties().Where(property => property.PropertyType == typeof(ReferenceNumber));

    private static IEnumerable<string> Names(object rules) =>
        Properties(rules).Select(property => $"{rules.GetType().Name}.{property.Name}");

    // The rules with one number a little greater, where they have it.
    private static T Moved<T>(T rules, string number)
        where T : class
    {
        if (Properties(rules).SingleOrDefault(each => $"{rules.GetType().Name}.{each.Name}" == number) is not { } property) return rules;
        var copy = (T)rules.GetType().GetMethod("<Clone>$")!.Invoke(rules, [])!;
        var before = (ReferenceNumber)property.GetValue(rules)!;
        property.SetValue(copy, new ReferenceNumber(Estimate.Exact(before.Value + 0.001), before.Source, before.ValidFrom));
        return copy;
    }

    private static Post Post(string id, Criticality? criticality = null, Answer accepted = Answer.No) => new(
        new PostId(id), Chair, PostLevel.Trust, [new OrganisationServed(new OrganisationId("T1"))], criticality,
        deputies: [new DeputyArrangement(new PostId("deputy"), accepted)]);

    private static GroupSnapshot Group(
        DateOnly? asOf = null, Criticality? criticality = null, DateOnly? start = null, DateOnly? plannedEnd = null,
        AppointmentKind kind = AppointmentKind.Substantive, Answer accepted = Answer.No, Readiness? readiness = null, int rank = 1,
        bool isExternal = false, string[]? left = null, DateOnly? firstAppointed = null, (int First, int Last)? leaves = null) => new(
        asOf ?? Today, [Post("a", criticality ?? Criticality.Proposed(3), accepted)],
        [
            new Appointment(
                new PostId("a"), new PersonId("holder"), kind, start ?? Today.AddDays(-400), plannedEnd,
                [new BoardClock(new OrganisationId("T1"), firstAppointed ?? Today.AddYears(-2))],
                (left ?? []).Select(code => new OrganisationId(code))),
        ],
        [new Nomination(new PostId("a"), new PersonId("named"), readiness ?? Readiness.By(Today), rank, isExternal: isExternal)],
        leaves is { } days
            ? [new LeavingIntention(new PersonId("holder"), Today.AddDays(days.First), Today.AddDays(days.Last))]
            : []);
}
