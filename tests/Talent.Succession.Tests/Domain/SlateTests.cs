using Talent.Succession.Domain;

namespace Talent.Succession.Tests.Domain;

public sealed class SlateTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Name_Person_AddsOneVersion()
    {
        var slate = new Slate("p", 4, []);
        Assert.Equal(5, slate.Name(Person("n1", "a")).Version);
        Assert.Equal(5, slate.Version);
    }

    [Fact]
    public void Name_PersonNamedAlready_IsRefused() =>
        AssertRefused("nomination.person_id", () => Slate(Person("n1", "a")).Name(Person("n2", "a")));

    [Fact]
    public void Name_PlaceTaken_IsRefused() =>
        AssertRefused("nomination.rank", () => Slate(Person("n1", "a") with { Rank = 1 }).Name(Person("n2", "b") with { Rank = 1 }));

    [Fact]
    public void Name_IdTaken_IsRefused() => AssertRefused("nomination.id", () => Slate(Person("n1", "a")).Name(Person("n1", "b")));

    [Fact]
    public void Name_NeitherPersonNorExternal_IsRefused() =>
        AssertRefused("nomination.person_id", () => Slate().Name(new Nominee { Id = "n", NominatedOn = Today }));

    [Fact]
    public void Name_EndorsedWhileNotYetTold_IsRefused() =>
        AssertRefused("nomination.endorsed", () => Slate().Name(Person("n1", "a") with { IsEndorsed = true }));

    [Fact]
    public void Name_EndorsedAndTold_IsTaken() =>
        Assert.True(Slate().Name(Person("n1", "a") with { IsEndorsed = true, Telling = Telling.Told }).IsEndorsed);

    [Fact]
    public void Name_ConfidentialWithoutConditions_IsRefused() =>
        AssertRefused("nomination.confidentiality", () => Slate().Name(Person("n1", "a") with { Telling = Telling.Confidential }));

    [Fact]
    public void Change_RankOfItsOwn_IsNoConflict()
    {
        var slate = Slate(Person("n1", "a") with { Rank = 1 });
        Assert.Equal(1, slate.Change("n1", before => before with { Telling = Telling.Told })!.Rank);
    }

    [Fact]
    public void Change_NominationThatDoesNotStand_IsNull() => Assert.Null(Slate().Change("n9", before => before));

    [Fact]
    public void Withdraw_Nomination_FreesPersonAndPlace()
    {
        var slate = Slate(Person("n1", "a") with { Rank = 1 });
        Assert.True(slate.Withdraw("n1"));
        Assert.False(slate.Withdraw("n1"));
        Assert.Equal(1, slate.Name(Person("n2", "a") with { Rank = 1 }).Rank);
    }

    [Fact]
    public void Rank_BelowOne_IsRefused() => AssertRefused("nomination.rank", () => Person("n", "a") with { Rank = 0 });

    [Fact]
    public void ReadyBetween_LatestBeforeEarliest_IsRefused() =>
        AssertRefused("nomination.readiness.latest", () => new ReadyBetween(Today, Today.AddDays(-1)));

    [Theory]
    [InlineData("", "approver", 30, "nomination.confidentiality.reason_code")]
    [InlineData("reason", "", 30, "nomination.confidentiality.approver_id")]
    [InlineData("reason", "approver", 0, "nomination.confidentiality.expires_on")]
    [InlineData("reason", "approver", 200, "nomination.confidentiality.expires_on")]
    public void Confidentiality_IncompleteOrTooLong_IsRefused(string reason, string approver, int days, string field) =>
        AssertRefused(field, () => new Confidentiality(reason, approver, Today.AddDays(days)).Check(Today));

    private static Nominee Person(string id, string person) => new() { Id = id, PersonId = person, NominatedOn = Today };

    private static Slate Slate(params Nominee[] nominees) => new("p", nominees.Length, nominees);

    private static void AssertRefused(string field, Func<object> act) => Assert.Equal(field, Assert.Throws<RuleException>(act).Field);

    private static void AssertRefused(string field, Action act) => Assert.Equal(field, Assert.Throws<RuleException>(act).Field);
}
