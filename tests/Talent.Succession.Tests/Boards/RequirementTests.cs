using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Domain;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.ReferenceData;
using Talent.Succession.Storage;
using Appointment = Talent.Roles.V1.Appointment;
using Post = Talent.Roles.V1.Post;

namespace Talent.Succession.Tests.Boards;

/// <summary>Who meets the hard requirements of posts, as recorded and as appointments tell.</summary>
public sealed class RequirementTests
{
    private const string Doctor = "registered-medical-practitioner";
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(true, Answer.Yes)]
    [InlineData(false, Answer.No)]
    [InlineData(null, Answer.Unknown)]
    public void Build_NomineeForAClinicalPost_MeetsWhatIsRecorded(bool? held, Answer expected) =>
        Assert.Equal(expected, Only(Snapshot("chief-medical-officer", held is { } known ? [Credential("x", known)] : [])));

    [Fact]
    public void Build_CredentialOfSomebodyOfAnotherGroup_IsNotUsed() =>
        Assert.Equal(Answer.Unknown, Only(Snapshot("chief-medical-officer", [Credential("x", held: false)], members: [])));

    [Fact]
    public void Build_SomebodyWithoutARecord_MayOrMayNotMeetIt() => Assert.Equal(
        Answer.Unknown,
        Only(SnapshotBuilder.Build(Inputs("chief-medical-officer", [], [], new Nominee { Id = "n", NominatedOn = Today }, []), Today)));

    [Fact]
    public void Build_PostOfAFamilyWithoutRequirements_NeedsNothing() =>
        Assert.Empty(Assert.Single(Snapshot("chief-executive", []).Nominations).Requirements);

    [Fact]
    public void Build_CredentialForAnotherRequirement_DoesNotMeetIt() =>
        Assert.Equal(Answer.Unknown, Only(Snapshot("chief-nursing-officer", [Credential("x", held: true)])));

    [Theory]
    [InlineData("chief-executive", "T1", null, Answer.No)]
    [InlineData("chief-executive", "T1", -1, Answer.No)]
    [InlineData("chief-executive", "T1", -23, Answer.No)]
    [InlineData("chief-executive", "T1", -24, Answer.Yes)]
    [InlineData("chief-executive", "T2", null, Answer.Yes)]
    [InlineData("vice-chair", "T1", null, Answer.Yes)]
    [InlineData("divisional-director", "T1", null, Answer.No)]
    public void Build_NomineeForTheChair_IsIndependentTwoYearsAfterAnExecutivePost(
        string family, string organisation, int? endedMonthsAgo, Answer expected)
    {
        var held = Sample.Appointment("other", "x", Today.AddYears(-5));
        if (endedMonthsAgo is { } months) held.End = Today.AddMonths(months).ToDate();
        Assert.Equal(expected, Only(Snapshot("chair", [], Other(family, organisation), held)));
    }

    [Fact]
    public void Build_NomineeForTheChairWithAnExecutivePostToCome_IsIndependentToday()
    {
        var held = Sample.Appointment("other", "x", Today.AddDays(1));
        Assert.Equal(Answer.Yes, Only(Snapshot("chair", [], Other("chief-executive", "T1"), held)));
    }

    [Fact]
    public void Build_ExecutiveWhoLeftThisBoardLongAgo_IsIndependentOfIt()
    {
        var held = Sample.Appointment("other", "x", Today.AddYears(-9));
        held.Terms.Add(new AppointmentTerm { OrganisationCode = "T1", EndedOn = Today.AddYears(-3).ToDate() });
        Assert.Equal(Answer.Yes, Only(Snapshot("chair", [], Other("chief-executive", "T1", "T2"), held)));
    }

    [Fact]
    public void HardRequirements_AsDelivered_AreOfKnownFamiliesAndHaveASource()
    {
        var families = SuccessionReferenceData.Read().Turnover;
        Assert.All(SuccessionReferenceData.HardRequirements, requirement =>
        {
            Assert.NotEmpty(requirement.Name);
            Assert.NotEmpty(requirement.Source);
            Assert.NotEmpty(requirement.Families);
            Assert.All(requirement.Families, family => Assert.NotNull(families.RateOf(new FamilyKey(family))));
        });
    }

    private static Answer Only(GroupSnapshot snapshot) => Assert.Single(Assert.Single(snapshot.Nominations).Requirements).Met;

    private static DevelopmentCredentialRow Credential(string person, bool held) => new() { PersonId = person, Code = Doctor, Held = held };

    private static Post Other(string family, params string[] served)
    {
        var post = Sample.Post("other", served);
        post.Family = family;
        return post;
    }

    private static GroupSnapshot Snapshot(string family, DevelopmentCredentialRow[] credentials, string[]? members = null) =>
        SnapshotBuilder.Build(Inputs(family, credentials, [], Named, members ?? ["x"]), Today);

    private static GroupSnapshot Snapshot(string family, DevelopmentCredentialRow[] credentials, Post other, Appointment held)
    {
        var inputs = Inputs(family, credentials, [held], Named, ["x"]);
        return SnapshotBuilder.Build(inputs with { Posts = [.. inputs.Posts, new KnownPost(other, null)] }, Today);
    }

    private static Nominee Named => new() { Id = "n", PersonId = "x", NominatedOn = Today };

    private static GroupInputs Inputs(
        string family, DevelopmentCredentialRow[] credentials, Appointment[] appointments, Nominee nominee, string[] members)
    {
        var post = Sample.Post("p", "T1");
        post.Family = family;
        return new GroupInputs(
            Sample.Group, "Y56", null, [new KnownPost(post, null)], appointments, [("p", nominee)], members.ToHashSet(), [],
            new LogPositions(1, 1, 1))
        {
            Credentials = credentials,
        };
    }
}
