using System.Text.Json;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;

namespace Talent.Benchmarks.Engine;

/// <summary>A group of a given size for the simulation, and the same for the peers.</summary>
/// <param name="posts">How many posts.</param>
/// <param name="people">How many people hold them or are named for them.</param>
/// <param name="names">How many nominations a post has.</param>
/// <param name="seed">Which group.</param>
sealed class InventedGroup(int posts, int people, int names, int seed)
{
    const int Families = 4;
    const int Years = 5;
    const int QuantilePoints = 512;
    static readonly DateOnly Today = new(2026, 11, 22);

    static readonly (double FromYears, double Multiplier)[] Tenure = [(0, 0.35), (1, 0.75), (4, 1.5)];
    static readonly Estimate Recruitment = Estimate.Of(137, 91, 274);
    static readonly Estimate TakingUp = Estimate.Of(30, 14, 60);

    static ReferenceNumber Number(double value) => new(Estimate.Exact(value), "an invented source", Today);

    static MoveRules Rules { get; } = new()
    {
        Accepts = Number(0.8),
        AcceptsFromOutside = Number(0.4),
        YearsBeforeMovingAgain = Number(1.5),
        DaysToReadinessWhenUnknown = new(Estimate.Of(730, 180, 1825), "an invented source", Today),
        ExitsAYearWhenUnknown = Number(0.24),
        InterimCoverQuality = Number(0.5),
        LongVacancyDays = Number(90),
    };

    static FamilyKey Family(int post) => new($"family-{post % Families}");

    static double Rate(int family) => 0.2 + (0.02 * family);

    // Only the families and the years of term clocks matter to trials, and no post here is of such a family.
    static RuleThresholds Thresholds { get; } = new()
    {
        CoverHorizonDays = Number(91),
        LaterHorizonDays = Number(365),
        PostsHeld = Number(3),
        OrganisationsServed = Number(3),
        OrganisationsServedWhenDesignedAroundPerson = Number(2),
        ShareOfPostsCovered = Number(0.75),
        TermReviewYears = Number(6),
        TermLimitYears = Number(9),
        TermWarningDays = Number(365),
        TermLimitedFamilies = [new("chair")],
        ChairFamily = new("chair"),
        ChiefExecutiveFamily = new("chief-executive"),
    };

    static ReferenceData Data { get; } = new(
        Thresholds,
        new TurnoverRates(
            Enumerable.Range(0, Families).ToDictionary(Family, family => Number(Rate(family))),
            [
                new TenurePattern(
                    Enumerable.Range(0, Families).Select(Family),
                    Tenure.Select(band => new TenureBand(band.FromYears, Number(band.Multiplier)))),
            ],
            Number(0.9), Number(0.8)),
        new FillTimes(
            new Dictionary<FamilyKey, ReferenceNumber>(), new(Recruitment, "an invented source", Today),
            new(TakingUp, "an invented source", Today), Number(91)));

    /// <summary>The group for the engine.</summary>
    /// <param name="cascade">False leaves all nominations out, so that every post is filled from outside.</param>
    public SimulationModel Model(bool cascade = true) => new(Snapshot(cascade), Data, Rules, years: Years);

    /// <summary>The group with something supposed.</summary>
    public SimulationModel Model(Changes changes) => new(Snapshot(cascade: true), Data, Rules, changes, Years);

    /// <summary>The same for the peers.</summary>
    public string Problem()
    {
        var snapshot = Snapshot(cascade: true);
        PersonId[] leaders =
        [
            .. snapshot.Holders().Concat(snapshot.Nominations.Select(name => name.Nominee)).Distinct()
                .OrderBy(person => person.Value, StringComparer.Ordinal),
        ];
        var place = leaders.Select((person, at) => (person, at)).ToDictionary(pair => pair.person, pair => pair.at);
        var postPlace = snapshot.Posts.Select((post, at) => (post.Id, at)).ToDictionary(pair => pair.Id, pair => pair.at);
        return JsonSerializer.Serialize(new
        {
            days = (int)Math.Round(Years * TenureHazard.DaysPerYear),
            notice = 91,
            minimumStay = (int)Math.Round(1.5 * TenureHazard.DaysPerYear),
            takingUp = Quantiles(TakingUp),
            hazards = Enumerable.Range(0, Families + 1).Select(family => family < Families
                ? Tenure.Select(band => new[] { band.FromYears, Rate(family) * band.Multiplier }).ToArray()
                : [[0, Rules.ExitsAYearWhenUnknown.Value]]),
            people = leaders.Select(person =>
            {
                var held = snapshot.PostsHeldBy(person).ToArray();
                return new
                {
                    held = held.Select(seat => postPlace[seat.Post]),
                    hazard = held.Length == 0 ? Families : postPlace[held[0].Post] % Families,
                    years = held.Length == 0 ? 0 : (Today.DayNumber - held[0].Start!.Value.DayNumber) / TenureHazard.DaysPerYear,
                    lastMove = held.Length == 0 ? -100_000 : held[0].Start!.Value.DayNumber - Today.DayNumber,
                };
            }),
            posts = snapshot.Posts.Select(post => new
            {
                weight = post.Criticality.Weight,
                hazard = postPlace[post.Id] % Families,
                recruitment = Quantiles(Recruitment),
                names = snapshot.NamedFor(post.Id).Select(name => new
                {
                    person = place[name.Nominee],
                    accepts = Rules.Accepts.Value,
                    earliest = name.Readiness.Earliest!.Value.DayNumber - Today.DayNumber,
                    latest = name.Readiness.Latest!.Value.DayNumber - Today.DayNumber,
                }),
            }),
        });
    }

    static double[] Quantiles(Estimate days)
    {
        var time = WaitingTime.Of(days);
        return
        [
            .. Enumerable.Range(0, QuantilePoints).Select(point => time.At((double)point / QuantilePoints)),
            time.At(Math.BitDecrement(1.0)),
        ];
    }

    GroupSnapshot Snapshot(bool cascade)
    {
        var random = new Random(seed);
        var seats = new List<Post>();
        var appointments = new List<Appointment>();
        var nominations = new List<Nomination>();
        for (var post = 0; post < posts; post++)
        {
            var id = new PostId($"post-{post:00000}");
            seats.Add(new Post(
                id, Family(post), PostLevel.Trust, [new OrganisationServed(new($"T{post % 4}"))],
                Criticality.Agreed(1 + (post % 5), Today), 5));
            if (random.Next(12) != 0)
                appointments.Add(new(id, Person(post), AppointmentKind.Substantive, Today.AddDays(-random.Next(3000))));
            var named = new HashSet<int>();
            while (named.Count < names)
            {
                var person = random.Next(people);
                var ready = Today.AddDays(random.Next(-300, 700));
                if (person == post || !named.Add(person)) continue;
                if (cascade)
                    nominations.Add(new(id, Person(person), Readiness.Between(ready, ready.AddDays(random.Next(300))), named.Count));
            }
        }

        return new GroupSnapshot(Today, seats, appointments, nominations);
    }

    static PersonId Person(int number) => new($"person-{number:00000}");
}
