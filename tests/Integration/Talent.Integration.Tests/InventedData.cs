using Talent.Demonstration;
using Talent.Development.V1;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Integration.Tests;

/// <summary>What both forms load, invented once more: the same settings give the same data and ids.</summary>
internal static class InventedData
{
    private static readonly DemonstrationData Data = DemonstrationGenerator.Generate(
        new DemonstrationSettings(DemonstrationSize.Small, Seed: 1, LondonCalendar.Today(TimeProvider.System)));

    /// <summary>Everybody with a record.</summary>
    public static IEnumerable<Person> Everybody => Data.Groups.SelectMany(group => group.People);

    /// <summary>Title of the director's group.</summary>
    public static string GroupTitle => Data.Groups[0].Group.Title;

    /// <summary>The chief executive of the director's group, who serves several organisations.</summary>
    public static Post ChiefExecutive => Data.Groups[0].Posts.Single(post => post.Family == "chief-executive");

    /// <summary>A post of the director's group with one holder, other than the chief executive.</summary>
    public static Post AnotherPost => Data.Groups[0].Posts.First(
        post => post.Family == "chief-finance-officer" && post.Appointments.Count(appointment => appointment.End is null) == 1);

    /// <summary>Names of the organisations that a post serves.</summary>
    public static IReadOnlyList<string> OrganisationsOf(Post post) =>
    [
        .. post.Served.Select(served => Data.Organisations.Single(each => each.Code == served.OrganisationCode).Names[^1].Value),
    ];
}
