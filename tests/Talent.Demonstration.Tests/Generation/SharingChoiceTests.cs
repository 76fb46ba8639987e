using Talent.Development.V1;

namespace Talent.Demonstration.Tests.Generation;

public sealed class SharingChoiceTests
{
    [Fact]
    public void Generate_Small_HasStatementsForEveryAudience()
    {
        var audiences = DemonstrationDatasets.Small.Groups.SelectMany(group => group.Statements)
            .Select(statement => statement.Audience).Distinct().Order();

        Assert.Equal(
            [
                Audience.OnlyMe, Audience.MyManager, Audience.MyGroup, Audience.NationalPoolWithoutMyGroup, Audience.NationalPool,
            ],
            audiences);
    }

    [Theory]
    [InlineData("small")]
    [InlineData("national")]
    public void Generate_ChoicesAndStatements_AreThoseOfTheGroupsPeople(string size)
    {
        foreach (var group in DemonstrationDatasets.Of(size).Groups)
        {
            var people = group.People.Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
            Assert.All(group.Statements, statement => Assert.Contains(statement.PersonId, people));
            Assert.All(group.Choices, choice => Assert.Contains(choice.PersonId, people));
        }
    }

    [Theory]
    [InlineData("small")]
    [InlineData("national")]
    public void Generate_Choices_AreMadeOnceForASubject(string size)
    {
        var choices = DemonstrationDatasets.Of(size).Groups.SelectMany(group => group.Choices)
            .Select(choice => (choice.PersonId, choice.Subject)).ToList();

        Assert.Equal(choices.Count, choices.Distinct().Count());
    }

    [Theory]
    [InlineData("small")]
    [InlineData("national")]
    public void Generate_Managers_AreOtherPeopleOfTheGroup(string size)
    {
        foreach (var group in DemonstrationDatasets.Of(size).Groups)
        {
            var people = group.People.Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
            Assert.All(group.People.Where(person => person.ManagerId.Length > 0), person =>
            {
                Assert.Contains(person.ManagerId, people);
                Assert.NotEqual(person.Id, person.ManagerId);
            });
        }
    }
}
