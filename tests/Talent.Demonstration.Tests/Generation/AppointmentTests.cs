using Talent.Demonstration.Generation;
using Talent.Roles.V1;

namespace Talent.Demonstration.Tests.Generation;

/// <summary>Tenures, vacancies and term clocks, and what an appointment must obey to be accepted.</summary>
public sealed class AppointmentTests
{
    private static readonly string[] NonExecutive = ["chair", "vice-chair", "senior-independent-director", "non-executive-director"];

    private static DateOnly AsOf => DemonstrationDatasets.AsOf;

    [Fact]
    public void Generate_National_HasChiefExecutivesInPostForAboutThreeYears()
    {
        var years = NationalPosts.Where(post => post.Family == "chief-executive")
            .SelectMany(post => post.CurrentAppointments()).Where(held => held.Kind == AppointmentKind.Substantive)
            .Select(held => AsOf.YearsBefore(held.Start)).Order().ToList();

        Assert.InRange(years[years.Count / 2], 2.3, 3.7);
    }

    [Fact]
    public void Generate_National_HasAboutEightInAHundredExecutivePostsVacantOrInterim()
    {
        var executives = NationalPosts.Where(post => post.Level is Talent.Types.V1.Level.Group or Talent.Types.V1.Level.Trust)
            .Where(post => !NonExecutive.Contains(post.Family)).ToList();

        Assert.Equal(0.08, (double)executives.Count(post => post.IsVacant()) / executives.Count, 0.005);
    }

    [Fact]
    public void Generate_National_HasEveryAcceptanceFromWhoHoldsTheDeputyPost()
    {
        var posts = NationalPosts.ToDictionary(post => post.Id);

        var accepted = NationalPosts.SelectMany(post => post.Deputies).Where(deputy => deputy.Accepted).ToList();

        Assert.NotEmpty(accepted);
        Assert.All(accepted, deputy => Assert.Contains(
            posts[deputy.PostId].CurrentAppointments(), held => held.PersonId == deputy.AcceptedByPersonId));
        Assert.All(accepted, deputy => Assert.NotNull(deputy.AcceptedOn));
    }

    [Fact]
    public void Generate_National_HasOneTermClockForEachPersonOnABoard()
    {
        var clocks = NationalPosts.SelectMany(post => post.Appointments)
            .SelectMany(held => held.Terms, (held, term) => (held.PersonId, term.OrganisationCode, term.FirstAppointedOn))
            .Where(clock => clock.FirstAppointedOn is not null).Distinct();

        Assert.All(clocks.GroupBy(clock => (clock.PersonId, clock.OrganisationCode)), clock => Assert.Single(clock));
    }

    [Fact]
    public void Generate_National_HasVacantPostsOfAllThreeKinds()
    {
        var covers = NationalPosts.Where(post => post.IsVacant())
            .Select(post => post.CurrentAppointments().SingleOrDefault()?.Kind ?? AppointmentKind.Unspecified).Distinct().Order();

        Assert.Equal([AppointmentKind.Unspecified, AppointmentKind.Interim, AppointmentKind.Acting], covers);
    }

    [Fact]
    public void Generate_National_HasTermsNearTheNineYearsAndBeyondTheSix()
    {
        var years = NationalPosts.Where(post => NonExecutive.Contains(post.Family))
            .SelectMany(post => post.CurrentAppointments()).SelectMany(held => held.Terms)
            .Where(term => term.FirstAppointedOn is not null).Select(term => AsOf.YearsBefore(term.FirstAppointedOn)).ToList();

        Assert.InRange((double)years.Count(served => served > 6) / years.Count, 0.15, 0.45);
        Assert.InRange((double)years.Count(served => served > 8.5) / years.Count, 0.02, 0.12);
    }

    [Fact]
    public void Generate_ChairsInCommon_HaveAClockForEachBoard()
    {
        var chairs = NationalPosts.Where(post => post.Family == "chair" && post.Served.Count > 1).SelectMany(post => post.CurrentAppointments());

        Assert.Contains(chairs, held => held.Terms.Select(term => term.FirstAppointedOn).Distinct().Count() > 1);
    }

    [Theory]
    [InlineData("small")]
    [InlineData("national")]
    public void Generate_Appointments_LieInTheirPostsPeriodAndInOrder(string size)
    {
        foreach (var post in Posts(size))
        {
            var ends = post.Period.Start.ToDay();
            foreach (var held in post.Appointments)
            {
                Assert.True(held.Start.ToDay() >= ends, $"{post.Title}: an appointment starts before the last one ended");
                Assert.True(held.Start.ToDay() <= AsOf);
                ends = held.End?.ToDay() ?? AsOf;
                Assert.True(ends > held.Start.ToDay() || held.End is null);
            }
        }
    }

    [Theory]
    [InlineData("small")]
    [InlineData("national")]
    public void Generate_CurrentAppointments_EndLaterThanToday(string size)
    {
        Assert.All(
            Posts(size).SelectMany(post => post.CurrentAppointments()).Where(held => held.PlannedEnd is not null),
            held => Assert.True(held.PlannedEnd.ToDay() > AsOf));
    }

    [Theory]
    [InlineData("small")]
    [InlineData("national")]
    public void Generate_Terms_AreThoseOfTheOrganisationsServed(string size)
    {
        Assert.All(Posts(size), post => Assert.All(post.Appointments, held =>
        {
            Assert.Equal(post.Served.Select(served => served.OrganisationCode), held.Terms.Select(term => term.OrganisationCode));
            Assert.All(held.Terms, term => Assert.True(term.FirstAppointedOn is null || term.FirstAppointedOn.ToDay() <= held.Start.ToDay()));
        }));
    }

    [Theory]
    [InlineData("small")]
    [InlineData("national")]
    public void Generate_Deputies_StandBeforeThePostTheyStandInFor(string size)
    {
        foreach (var group in DemonstrationDatasets.Of(size).Groups)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var post in group.Posts)
            {
                Assert.All(post.Deputies, deputy => Assert.Contains(deputy.PostId, seen));
                seen.Add(post.Id);
            }
        }
    }

    private static IEnumerable<Post> NationalPosts => Posts("national");

    private static IEnumerable<Post> Posts(string size) => DemonstrationDatasets.Of(size).Groups.SelectMany(group => group.Posts);
}
