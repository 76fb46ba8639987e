using Microsoft.EntityFrameworkCore;
using Talent.Events.V1;
using Talent.Roles.V1;

namespace Talent.Succession.Tests.Projections;

/// <summary>A projection is a function of its source's events, whatever happens in other sources meanwhile.</summary>
public sealed class InterleavingTests
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    [Fact]
    public async Task Apply_HundredInterleavingsOfTheSources_ProjectTheSame()
    {
        await using var host = await ServiceHost.StartAsync("sqlite");
        string? expected = null;
        for (var seed = 1; seed <= 100; seed++)
        {
            await ClearAsync(host);
            await host.TellAsync([.. Interleave(Roles(), Development(), new Random(seed))]);
            var projected = await ReadAsync(host);
            expected ??= projected;
            Assert.Equal(expected, projected);
        }

        Assert.Contains("kept-before-its-post", expected, StringComparison.Ordinal);
        Assert.Contains("intends a 2024-01-01 2025-01-01\nintends c 2026-01-01 2027-01-01", expected, StringComparison.Ordinal);
        Assert.DoesNotContain("intends b", expected, StringComparison.Ordinal);
        Assert.DoesNotContain("erased", expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_OneByOneOrAsOneBatch_ProjectsTheSame()
    {
        await using var host = await ServiceHost.StartAsync("sqlite");
        await host.TellAsync([.. Roles(), .. Development()]);
        var batch = await ReadAsync(host);
        await ClearAsync(host);
        foreach (var happened in Roles().Concat(Development())) await host.TellAsync(happened);
        Assert.Equal(batch, await ReadAsync(host));
    }

    [Fact]
    public async Task Apply_TypesItDoesNotUse_ChangesNothing()
    {
        await using var host = await ServiceHost.StartAsync("sqlite");
        var before = await ReadAsync(host);
        await host.TellAsync(
            Sample.Happened("roles.organisation.recorded.v1", new OrganisationRecorded()),
            Sample.Happened("development.sharing.chosen.v1", new SharingChosen()),
            Sample.Happened("roles.something.new.v9", new OrganisationRecorded()));
        Assert.Equal(before, await ReadAsync(host));
    }

    private static Event[] Roles()
    {
        var changed = Sample.Post("p1", "T1", "T2");
        changed.Title = "Shared";
        return
        [
            Sample.Appointed(Sample.Appointment("p9", "early", Start, "kept-before-its-post")), Sample.GroupFormed(),
            Sample.PostCreated(Sample.Post("p1")), Sample.PostCreated(Sample.Post("p2")), Sample.PostCreated(Sample.Post("p9")),
            Sample.Appointed(Sample.Appointment("p1", "a", Start)), Sample.Appointed(Sample.Appointment("p2", "b", Start)),
            Sample.Happened("roles.vacancy.opened.v1",
                new VacancyOpened { PostId = "p3", Since = new() { Year = 2026, Month = 1, Day = 1 } }),
            Sample.Happened("roles.post.shared.v1", new PostRecorded { Post = changed }),
            Sample.Ended(Sample.Appointment("p2", "b", Start), Start.AddYears(1)),
            Sample.Happened("roles.vacancy.opened.v1",
                new VacancyOpened { PostId = "p2", Since = new() { Year = 2025, Month = 1, Day = 1 } }),
            Sample.GroupFormed(agreedOn: new DateOnly(2026, 2, 3)),
        ];
    }

    private static Event[] Development() =>
    [
        Sample.Stated("a", Start), Sample.Recorded("a"), Sample.Recorded("erased"), Sample.Stated("erased", Start), Sample.Recorded("b"),
        Sample.Stated("b", Start, id: "s1"), Sample.Stated("b", Start.AddYears(1), id: "s1"), Sample.Stated("b", Start, id: "s2"),
        Sample.Happened("development.readiness.withdrawn.v1", new ReadinessWithdrawn { PersonId = "b", StatementId = "s2" }),
        Sample.Held("a", held: true), Sample.Held("a", held: false), Sample.Held("erased", held: true),
        Sample.Intended("a", Start, Start.AddYears(1)), Sample.Intended("b", Start, Start), Sample.IntentionForgotten("b"),
        Sample.Intended("erased", Start, Start), Sample.Intended("c", Start, Start), Sample.IntentionForgotten("c"),
        Sample.Intended("c", Start.AddYears(2), Start.AddYears(3)), Sample.Erased("erased"),
    ];

    private static IEnumerable<Event> Interleave(Event[] one, Event[] other, Random random)
    {
        var (first, second) = (0, 0);
        while (first < one.Length || second < other.Length)
        {
            if (second == other.Length || (first < one.Length && random.Next(2) == 0)) yield return one[first++];
            else yield return other[second++];
        }
    }

    private static Task<bool> ClearAsync(ServiceHost host) => host.Storage.WriteAsync(
        async (context, token) =>
        {
            await new Succession.Projections.RolesProjection().ClearAsync(context, token);
            await new Succession.Projections.DevelopmentProjection().ClearAsync(context, token);
            return true;
        }, CancellationToken.None);

    private static async Task<string> ReadAsync(ServiceHost host)
    {
        await using var context = host.Storage.CreateContext();
        var groups = await context.RolesGroups.OrderBy(row => row.Id).ToListAsync();
        var posts = await context.RolesPosts.OrderBy(row => row.Id).ToListAsync();
        var appointments = await context.RolesAppointments.OrderBy(row => row.Id).ToListAsync();
        var people = await context.DevelopmentPeople.OrderBy(row => row.Id).ToListAsync();
        var statements = await context.DevelopmentReadiness.OrderBy(row => row.Id).ToListAsync();
        var credentials = await context.DevelopmentCredentials.OrderBy(row => row.PersonId).ToListAsync();
        var intentions = await context.DevelopmentIntentions.OrderBy(row => row.PersonId).ToListAsync();
        return string.Join('\n', [
            .. groups.Select(row => $"{row.Id} {row.RegionCode} {row.CriticalityAgreedOn:O}"),
            .. posts.Select(row => $"{row.Id} {row.GroupId} {row.VacantSince:O} {Post.Parser.ParseFrom(row.Content)}"),
            .. appointments.Select(row => $"{row.Id} {row.PostId} {row.PersonId} {Appointment.Parser.ParseFrom(row.Content)}"),
            .. people.Select(row => $"{row.Id} {row.GroupId} {row.EmployerCode}"),
            .. statements.Select(row => $"{row.Id} {row.PersonId} {Convert.ToHexString(row.Content)}"),
            .. credentials.Select(row => $"{row.PersonId} {row.Code} {row.Held}"),
            .. intentions.Select(row => $"intends {row.PersonId} {row.Earliest:O} {row.Latest:O}"),
        ]);
    }
}
