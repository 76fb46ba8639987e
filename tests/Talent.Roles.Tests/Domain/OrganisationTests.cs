using Talent.Roles.Domain;

namespace Talent.Roles.Tests.Domain;

public class OrganisationTests
{
    [Theory]
    [InlineData("MANCHESTER UNIVERSITY NHS FOUNDATION TRUST", OrganisationKind.FoundationTrust)]
    [InlineData("THE ONLINE NHS TRUST", OrganisationKind.Trust)]
    [InlineData("Foundation for Care NHS Trust", OrganisationKind.Trust)]
    public void LegalForm_AName_GivesTheForm(string name, OrganisationKind kind) =>
        Assert.Equal(kind, OrganisationKinds.LegalForm(name));

    [Theory]
    [InlineData("R0A")]
    [InlineData("G6V2S")]
    [InlineData("D7T5G")]
    public void Code_OfAnyLength_IsTakenAsItIs(string code) => Assert.Equal(code, new OrganisationCode(code).Value);

    [Theory]
    [InlineData("", "Give the code of the organisation: it is empty.")]
    [InlineData("R 1", "Check the code \"R 1\": a code holds letters, digits, hyphens and full stops alone.")]
    public void Code_ThatIsNone_IsRefusedWithASentence(string code, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<RuleException>(() => new OrganisationCode(code)).Message);

    [Fact]
    public void Constructor_AParentOfATrust_Refuses() =>
        Assert.Throws<RuleException>(() => new Organisation(new("R0A"), OrganisationKind.Trust, Name("A"), parent: new("R0B")));

    [Fact]
    public void Constructor_ASiteOfItself_Refuses() =>
        Assert.Throws<RuleException>(() => new Organisation(new("R0A01"), OrganisationKind.Site, Name("A"), parent: new("R0A01")));

    [Fact]
    public void Constructor_WithoutName_Refuses() =>
        Assert.Throws<RuleException>(() => new Organisation(new("R0A"), OrganisationKind.Trust, DatedRows.None<string>()));

    [Fact]
    public void ClosedBy_TheLastDay_IsStillOpen()
    {
        var trust = new Organisation(
            new("R0C"), OrganisationKind.Trust, Name("A"), period: Period.Inclusive(new(2020, 3, 1), new DateOnly(2020, 3, 26)));

        Assert.False(trust.ClosedBy(new(2020, 3, 26)));
        Assert.True(trust.ClosedBy(new(2020, 3, 27)));
    }

    [Fact]
    public void Succession_OfItself_Refuses() =>
        Assert.Throws<RuleException>(() => new OrganisationSuccession(new("R0A"), new("R0A"), new(2026, 1, 1), SuccessionKind.Merger));

    private static DatedRows<string> Name(string name) => new([new(name, default)]);
}
