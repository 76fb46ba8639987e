using Talent.Demonstration.Generation;
using Talent.Roles.V1;

namespace Talent.Demonstration.Tests.Generation;

public sealed class DemonstrationGeneratorTests
{
    // The bytes of the default settings. A change of the generator that is meant to change them changes these lines too.
    [Theory]
    [InlineData("small", "e4660a6eab83cf7e4bf88ef9ec87aacd")]
    [InlineData("national", "0126decc73d9fb91a16d50cedc5e5055")]
    public void Generate_SameSettings_GivesTheseBytes(string size, string expected)
    {
        Assert.Equal(expected, SerialisedData.Hash(DemonstrationDatasets.Of(size)));
    }

    [Fact]
    public void Generate_AnotherSeed_GivesOtherBytes()
    {
        var other = DemonstrationDatasets.Make(DemonstrationSize.Small, seed: 2);

        Assert.NotEqual(SerialisedData.Hash(DemonstrationDatasets.Small), SerialisedData.Hash(other));
    }

    [Fact]
    public void Generate_AnotherDay_KeepsIdentitiesAndNames()
    {
        var later = DemonstrationDatasets.Make(DemonstrationSize.Small, asOf: DemonstrationDatasets.AsOf.AddDays(75));

        Assert.Equal(Identities(DemonstrationDatasets.Small), Identities(later));
    }

    [Theory]
    [InlineData("small", 3, 9, 100, 220)]
    [InlineData("national", 60, 200, 12_000, 24_000)]
    public void Generate_Size_HasAsMuchAsPromised(string size, int groups, int trusts, int posts, int people)
    {
        var data = DemonstrationDatasets.Of(size);

        Assert.Equal(
            (groups, trusts, posts, people),
            (data.Groups.Count, data.Organisations.Count(IsTrust), data.Groups.Sum(group => group.Posts.Count),
                data.Groups.Sum(group => group.People.Count)));
    }

    [Theory]
    [InlineData("small", 300)]
    [InlineData("national", 36_000)]
    public void Generate_Size_HasAsManyNominationsAsPromised(string size, int nominations)
    {
        Assert.Equal(nominations, DemonstrationDatasets.Of(size).Groups.Sum(group => group.Nominations.Count));
    }

    [Theory]
    [InlineData("small")]
    [InlineData("national")]
    public void Generate_Anything_GivesEveryRecordAnIdentityOfItsOwn(string size)
    {
        var identities = Identities(DemonstrationDatasets.Of(size)).Select(entry => entry.Id).ToList();

        Assert.Equal(identities.Count, identities.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Generate_TrustNames_AreAllDifferent()
    {
        var names = DemonstrationDatasets.National.Organisations.Select(organisation => organisation.Names[0].Value).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Generate_Groups_LieInAllSevenRegions()
    {
        Assert.Equal(Regions.Codes, DemonstrationDatasets.National.Groups.Select(group => group.Group.RegionCode).Distinct().Order());
    }

    private static bool IsTrust(Organisation organisation) =>
        organisation.Kind is OrganisationKind.Trust or OrganisationKind.FoundationTrust;

    private static List<(string Id, string Name)> Identities(DemonstrationData data) =>
    [
        .. data.Groups.SelectMany(group => group.People.Select(person => (person.Id, person.DisplayName))
            .Append((group.Group.Id, group.Group.Title))
            .Concat(group.Posts.Select(post => (post.Id, post.Title)))
            .Concat(group.Posts.SelectMany(post => post.Appointments).Select(appointment => (appointment.Id, appointment.PersonId)))
            .Concat(group.Statements.Select(statement => (statement.Id, statement.PersonId)))
            .Concat(group.Nominations.Select(nomination => (nomination.Id, nomination.PersonId)))),
    ];
}
