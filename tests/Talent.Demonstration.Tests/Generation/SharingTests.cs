using Talent.Roles.V1;

namespace Talent.Demonstration.Tests.Generation;

/// <summary>How posts are shared, against what was counted in England in March 2024.</summary>
public sealed class SharingTests
{
    // Three groups of nine boards, of which the first shares both over its four, come no nearer.
    [Theory]
    [InlineData("small", 0.14)]
    [InlineData("national", 0.02)]
    public void Generate_Chairs_LeadAbout137BoardsEach(string size, double tolerance)
    {
        Assert.Equal(211.0 / 154, BoardsForOnePerson(size, "chair"), tolerance);
    }

    [Theory]
    [InlineData("small", 0.32)]
    [InlineData("national", 0.02)]
    public void Generate_ChiefExecutives_LeadAbout119BoardsEach(string size, double tolerance)
    {
        Assert.Equal(211.0 / 178, BoardsForOnePerson(size, "chief-executive"), tolerance);
    }

    [Theory]
    [InlineData("small")]
    [InlineData("national")]
    public void Generate_Shares_NeverAddUpToMoreThanThePost(string size)
    {
        Assert.All(Posts(size), post => Assert.InRange(post.Served.Sum(served => served.Share), 0.01, 1.0000001));
    }

    [Theory]
    [InlineData("small")]
    [InlineData("national")]
    public void Generate_EveryTrust_HasOneChairAndOneChiefExecutive(string size)
    {
        foreach (var family in new[] { "chair", "chief-executive" })
        {
            var boards = Posts(size).Where(post => post.Family == family).SelectMany(Codes).ToList();
            Assert.Equal(boards.Count, boards.Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(DemonstrationDatasets.Of(size).Groups.Sum(group => group.Group.Members.Count), boards.Count);
        }
    }

    [Fact]
    public void Generate_National_HasGroupsThatShareTheChairAndNotTheChiefExecutive()
    {
        var groups = DemonstrationDatasets.National.Groups.Where(group =>
            group.Posts.Any(post => post.Family == "chair" && post.Served.Count > 1)
            && group.Posts.All(post => post.Family != "chief-executive" || post.Served.Count == 1));

        Assert.NotEmpty(groups);
    }

    private static double BoardsForOnePerson(string size, string family)
    {
        var served = Posts(size).Where(post => post.Family == family)
            .SelectMany(post => post.CurrentAppointments().SelectMany(held => Codes(post).Select(board => (board, held.PersonId)))).ToList();
        return (double)served.Select(pair => pair.board).Distinct().Count() / served.Select(pair => pair.PersonId).Distinct().Count();
    }

    private static IEnumerable<string> Codes(Post post) => post.Served.Select(served => served.OrganisationCode);

    private static IEnumerable<Post> Posts(string size) => DemonstrationDatasets.Of(size).Groups.SelectMany(group => group.Posts);
}
