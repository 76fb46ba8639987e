using Talent.Demonstration.Generation;

namespace Talent.Demonstration.Tests.Generation;

/// <summary>What the invented people named for clinical and finance posts are recorded to hold.</summary>
public sealed class CredentialTests
{
    public static TheoryData<string> Sizes { get; } = new("small", "national");

    private static Dictionary<string, string> Needed { get; } = new()
    {
        ["chief-medical-officer"] = "registered-medical-practitioner",
        ["site-medical-director"] = "registered-medical-practitioner",
        ["chief-nursing-officer"] = "registered-nurse-or-midwife",
        ["site-nursing-director"] = "registered-nurse-or-midwife",
        ["chief-finance-officer"] = "qualified-accountant",
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Generate_EveryGroup_RecordsEachCredentialOfAPersonOnce(string size) => Assert.All(
        DemonstrationDatasets.Of(size).Groups,
        group => Assert.Equal(
            group.Credentials.Count, group.Credentials.Select(credential => (credential.PersonId, credential.Code)).Distinct().Count()));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Generate_EveryGroup_RecordsCredentialsOfItsOwnPeople(string size) => Assert.All(
        DemonstrationDatasets.Of(size).Groups,
        group => Assert.Empty(
            group.Credentials.Select(credential => credential.PersonId).Except(group.People.Select(person => person.Id))));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Generate_WhoeverIsReadyForAClinicalOrFinancePost_IsRecordedToHoldWhatItNeeds(string size) => Assert.All(
        DemonstrationDatasets.Of(size).Groups,
        group =>
        {
            var families = group.Posts.ToDictionary(post => post.Id, post => post.Family);
            var held = group.Credentials.Where(credential => credential.Held)
                .Select(credential => (credential.PersonId, credential.Code)).ToHashSet();
            Assert.All(
                group.Nominations.Where(name => IsReady(name) && name.PersonId.Length > 0 && Needed.ContainsKey(families[name.PostId])),
                name => Assert.Contains((name.PersonId, Needed[families[name.PostId]]), held));
        });

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Generate_AllGroups_RecordOneCredentialAsNotHeld(string size)
    {
        var groups = DemonstrationDatasets.Of(size).Groups;

        var missing = Assert.Single(groups.SelectMany(group => group.Credentials), credential => !credential.Held);
        Assert.Contains(groups[0].Nominations, name => name.PersonId == missing.PersonId && !IsReady(name));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Generate_MedicalDirectorsOfTheFirstGroup_HaveOneNomineeOfWhomNothingIsRecorded(string size)
    {
        var group = DemonstrationDatasets.Of(size).Groups[0];
        var posts = group.Posts.Where(post => post.Family == "chief-medical-officer").Select(post => post.Id).ToHashSet();
        var recorded = group.Credentials.Where(credential => credential.Code == "registered-medical-practitioner")
            .Select(credential => credential.PersonId);

        Assert.Single(group.Nominations.Where(name => posts.Contains(name.PostId)).Select(name => name.PersonId).Except(recorded));
    }

    private static bool IsReady(Talent.Succession.V1.Nomination name) => name.Readiness?.Latest?.ToDay() <= DemonstrationDatasets.AsOf;
}
