using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Sensitivity;

/// <summary>
/// Records that nobody has made, where the trials take a prior or the prudent answer instead. Readiness and days of taking up are played
/// post by post, so that the result can say for which post to record them: the most critical posts each alone, all others together, which
/// counts those as if they moved together and is rather too wide than too narrow.
/// </summary>
/// <param name="known">What the trials rest on.</param>
/// <param name="postsApart">So many posts of each kind are played alone.</param>
internal sealed class MissingRecords(ModelInputs known, int postsApart)
{
    // What lies between them are the 80 % of a range.
    private const double LowerShare = 0.1;
    private const double UpperShare = 0.9;

    private readonly GroupSnapshot snapshot = known.Snapshot;

    /// <summary>All of them.</summary>
    public IEnumerable<UnknownInput> All() => Readinesses().Concat(Starts()).Concat(Criticalities()).Concat(Deputies());

    private IEnumerable<UnknownInput> Readinesses()
    {
        var days = known.Rules.DaysToReadinessWhenUnknown.Estimate;
        if (days.Low == days.High) return [];
        var missing = snapshot.Nominations.Where(name => name.Readiness.IsUnknown).ToLookup(name => name.Post);
        return Apart(missing.Select(names => names.Key)).Select(posts =>
        {
            var names = posts.SelectMany(post => missing[post]).ToHashSet();
            return UnknownInput.Of(
                new Unknown("time to readiness of those named without a recorded readiness", "days", days.Low, days.High)
                {
                    Posts = posts,
                    ToRecord = names.Count == 1 ? "1 readiness date" : $"{names.Count} readiness dates",
                },
                end => known with
                {
                    Snapshot = snapshot.With(nominations: snapshot.Nominations.Select(
                        name => names.Contains(name) ? name.ReadyAs(ReadyAfter(name, end)) : name)),
                });
        });
    }

    private Readiness ReadyAfter(Nomination name, double days)
    {
        var earliest = name.Readiness.Earliest is { } day && day > snapshot.AsOf ? day : snapshot.AsOf;
        return Readiness.By(earliest.AddDays((int)Math.Round(days)));
    }

    private IEnumerable<UnknownInput> Starts()
    {
        var missing = snapshot.Appointments
            .Where(held => held.Kind == AppointmentKind.Substantive && held.Start is null && IsOfMemory(Hazard(held)))
            .ToLookup(held => held.Post);
        return Apart(missing.Select(held => held.Key)).Select(posts =>
        {
            var holders = posts.SelectMany(post => missing[post]).ToHashSet();
            double YearsOf(Appointment held, double share) => Hazard(held)!.StationaryYears(share);
            ModelInputs At(double share) => known with
            {
                Snapshot = snapshot.With(appointments: snapshot.Appointments.Select(
                    held => holders.Contains(held) ? Started(held, YearsOf(held, share)) : held)),
            };
            var unknown = new Unknown(
                "years in post where the start is not recorded", "years", holders.Min(held => YearsOf(held, LowerShare)),
                holders.Max(held => YearsOf(held, UpperShare)))
            {
                Posts = posts,
                ToRecord = holders.Count == 1
                    ? "the day the holder took up the post" : $"the days {holders.Count} holders took up their posts",
            };
            return new UnknownInput(unknown, () => At(LowerShare), () => At(UpperShare));
        });
    }

    private TenureHazard? Hazard(Appointment held) => TenureHazard.Of(snapshot.Get(held.Post).Family, known.Data.Turnover);

    // A constant rate does not ask how long somebody has been there, and where some never leave no day is an average one.
    private static bool IsOfMemory(TenureHazard? hazard) => hazard is { IsConstant: false } && double.IsFinite(hazard.MeanYears());

    private Appointment Started(Appointment held, double years)
    {
        var start = snapshot.AsOf.AddDays(-(int)Math.Round(years * TenureHazard.DaysPerYear));
        // A term that should have ended already began before that.
        if (held.PlannedEnd <= start) start = held.PlannedEnd.Value.AddDays(-1);
        return new Appointment(held.Post, held.Person, held.Kind, start, held.PlannedEnd, held.Boards, held.LeftBoards);
    }

    private IEnumerable<UnknownInput> Criticalities()
    {
        Post[] missing = [.. snapshot.Posts.Where(post => post.Criticality.Weight is null)];
        if (missing.Length == 0) yield break;
        // The trials take the greatest: unknown is never taken for unimportant.
        yield return new UnknownInput(
            new Unknown("criticality of posts that have none", "", 1, Criticality.NotGiven.PrudentWeight)
            {
                Posts = [.. missing.Select(post => post.Id)],
                ToRecord = missing.Length == 1 ? "the criticality of 1 post" : $"the criticality of {missing.Length} posts",
            },
            () => known with
            {
                Snapshot = snapshot.With(posts: snapshot.Posts.Select(
                    post => missing.Contains(post) ? post.With(criticality: Criticality.Proposed(1)) : post)),
            },
            null);
    }

    private IEnumerable<UnknownInput> Deputies()
    {
        bool IsOpen(DeputyArrangement deputy) => deputy.Accepted == Answer.Unknown && snapshot.Find(deputy.Post) is not null;
        Post[] missing = [.. snapshot.Posts.Where(post => post.Deputies.Any(IsOpen))];
        if (missing.Length == 0) yield break;
        var count = missing.Sum(post => post.Deputies.Count(IsOpen));
        // The trials take nobody for a deputy of whom it is not recorded.
        yield return new UnknownInput(
            new Unknown("part of the deputies without a recorded answer who stand in", "share", 0, 1)
            {
                Posts = [.. missing.Select(post => post.Id)],
                ToRecord = count == 1 ? "whether 1 deputy has accepted" : $"whether {count} deputies have accepted",
            },
            null,
            () => known with
            {
                Snapshot = snapshot.With(posts: snapshot.Posts.Select(post => post.With(deputies: post.Deputies.Select(
                    deputy => IsOpen(deputy) ? new DeputyArrangement(deputy.Post, Answer.Yes) : deputy)))),
            });
    }

    private IEnumerable<PostId[]> Apart(IEnumerable<PostId> posts)
    {
        PostId[] heaviest =
        [
            .. posts.OrderByDescending(post => snapshot.Get(post).Criticality.PrudentWeight)
                .ThenBy(post => post.Value, StringComparer.Ordinal),
        ];
        foreach (var post in heaviest.Take(postsApart)) yield return [post];
        if (heaviest.Length > postsApart)
            yield return [.. heaviest.Skip(postsApart).OrderBy(post => post.Value, StringComparer.Ordinal)];
    }
}
