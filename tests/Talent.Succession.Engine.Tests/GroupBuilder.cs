using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Tests;

/// <summary>Builds groups for tests, with reference data of round numbers.</summary>
internal sealed class GroupBuilder
{
    public static readonly DateOnly Today = new(2026, 11, 22);
    public static readonly FamilyKey Chair = new("chair");
    public static readonly FamilyKey ChiefExecutive = new("chief-executive");
    public static readonly FamilyKey Finance = new("chief-finance-officer");

    private readonly List<Post> posts = [];
    private readonly List<Appointment> appointments = [];
    private readonly List<Nomination> nominations = [];
    private readonly List<LeavingIntention> intentions = [];

    public static ReferenceData Data { get; } = new(
        new RuleThresholds
        {
            CoverHorizonDays = Number(90),
            LaterHorizonDays = Number(365),
            PostsHeld = Number(3),
            OrganisationsServed = Number(3),
            OrganisationsServedWhenDesignedAroundPerson = Number(2),
            ShareOfPostsCovered = Number(0.75),
            TermReviewYears = Number(6),
            TermLimitYears = Number(9),
            TermWarningDays = Number(365),
            TermLimitedFamilies = [Chair],
            ChairFamily = Chair,
            ChiefExecutiveFamily = ChiefExecutive,
        },
        new TurnoverRates(
            new Dictionary<FamilyKey, ReferenceNumber>
            {
                [ChiefExecutive] = Number(0.27, 0.23, 0.31),
                [Chair] = Number(0.2, 0.15, 0.25),
                [Finance] = Number(0.2),
            },
            [], Number(0.9), Number(0.8)),
        new FillTimes(new Dictionary<FamilyKey, ReferenceNumber>(), Number(137, 91, 274), Number(30), Number(91)));

    public static ReferenceNumber Number(double value) => Number(value, value, value);

    public static ReferenceNumber Number(double value, double low, double high) =>
        new(Estimate.Of(value, low, high), "an invented source", new DateOnly(2026, 1, 1));

    public GroupBuilder Post(
        string id, string? holder = null, string[]? serves = null, FamilyKey? family = null, Criticality? criticality = null,
        double? days = 5, Answer designed = Answer.No, string[]? deputies = null, PostLevel level = PostLevel.Trust,
        DateOnly? start = null, DateOnly? plannedEnd = null, BoardClock[]? boards = null)
    {
        posts.Add(new Post(
            new PostId(id), family ?? ChiefExecutive, level, (serves ?? ["T1"]).Select(code => new OrganisationServed(new(code))),
            criticality ?? Criticality.Agreed(3, Today), days, designed,
            (deputies ?? []).Select(deputy => new DeputyArrangement(new PostId(deputy), Answer.Yes))));
        if (holder is not null) Appoint(id, holder, AppointmentKind.Substantive, start, plannedEnd, boards);
        return this;
    }

    public GroupBuilder Add(Post post)
    {
        posts.Add(post);
        return this;
    }

    public GroupBuilder Add(Nomination nomination)
    {
        nominations.Add(nomination);
        return this;
    }

    public GroupBuilder Appoint(
        string post, string person, AppointmentKind kind = AppointmentKind.Substantive, DateOnly? start = null,
        DateOnly? plannedEnd = null, BoardClock[]? boards = null, string[]? left = null)
    {
        appointments.Add(new Appointment(
            new PostId(post), new PersonId(person), kind, start ?? Today.AddYears(-2), plannedEnd, boards,
            (left ?? []).Select(board => new OrganisationId(board))));
        return this;
    }

    public GroupBuilder Ready(string post, params string[] people)
    {
        foreach (var person in people) Name(post, person, Readiness.By(Today));
        return this;
    }

    public GroupBuilder Name(string post, string person, Readiness? readiness = null, int? rank = null, bool external = false)
    {
        nominations.Add(new Nomination(new PostId(post), new PersonId(person), readiness, rank, isExternal: external, recordedOn: Today));
        return this;
    }

    /// <summary>A person intends to leave some days after the first.</summary>
    public GroupBuilder Intends(string person, int first, int last)
    {
        intentions.Add(new LeavingIntention(new PersonId(person), Today.AddDays(first), Today.AddDays(last)));
        return this;
    }

    public GroupSnapshot Build() => new(Today, posts, appointments, nominations, intentions);

    /// <summary>The same group with its parts in another order.</summary>
    public GroupSnapshot BuildShuffled(Random random)
    {
        T[] Shuffled<T>(List<T> list)
        {
            var copy = list.ToArray();
            random.Shuffle(copy);
            return copy;
        }

        return new GroupSnapshot(Today, Shuffled(posts), Shuffled(appointments), Shuffled(nominations), Shuffled(intentions));
    }

    public GroupAnalysis Analyse() => new(Build(), Data);

    /// <summary>A group with random posts, holders and nominations.</summary>
    public static GroupBuilder Random(Random random, int size)
    {
        var group = new GroupBuilder();
        for (var post = 0; post < size; post++)
        {
            group.Post(
                $"p{post:00}", random.Next(5) == 0 ? null : $"h{random.Next(size)}", [.. Codes(random)],
                random.Next(3) switch { 0 => Chair, 1 => Finance, _ => ChiefExecutive },
                random.Next(4) switch
                {
                    0 => Criticality.NotGiven,
                    1 => Criticality.Proposed(random.Next(1, 6)),
                    _ => Criticality.Agreed(random.Next(1, 6), Today),
                },
                random.Next(4) == 0 ? null : 2, (Answer)random.Next(3),
                post > 0 && random.Next(2) == 0 ? [$"p{random.Next(post):00}"] : []);
            foreach (var person in Enumerable.Range(0, size).Where(_ => random.Next(size) < 2))
            {
                group.Name(
                    $"p{post:00}", random.Next(2) == 0 ? $"h{person}" : $"n{person}",
                    random.Next(4) == 0 ? null : Readiness.By(Today.AddDays(random.Next(-100, 500))), random.Next(1, 4),
                    random.Next(8) == 0);
            }
        }

        return group;
    }

    private static IEnumerable<string> Codes(Random random) =>
        Enumerable.Range(0, 5).Where(_ => random.Next(3) == 0).Append(random.Next(5)).Distinct().Select(code => $"T{code}");
}
