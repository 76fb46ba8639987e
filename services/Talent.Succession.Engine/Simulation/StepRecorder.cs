using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>Writes down the steps of a trial that somebody watches.</summary>
internal sealed class StepRecorder(SimulationModel model) : ITrialWatcher
{
    private const int None = -1;

    private readonly PersonId[] people = [.. model.Leaders.Place.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
    private readonly Dictionary<int, int> moves = [];
    private readonly List<TrialStep> steps = [];
    private int movingTo = None;

    /// <summary>The steps, day by day.</summary>
    public IReadOnlyList<TrialStep> Steps => [.. steps.OrderBy(step => step.Day)];

    public void MoveBegins(int post) => movingTo = post;

    public void MoveEnds() => movingTo = None;

    public void Fills(int day, int filled, int post, int person, int left)
    {
        if (person < 0) At(day, StepKind.RecruitmentBegins, post);
        else At(day, StepKind.SuccessorAccepts, post, person);
        moves[left] = post;
        if (filled > model.Days) return;
        if (person < 0) At(filled, StepKind.FilledFromOutside, post);
        else At(filled, StepKind.FilledBySuccessor, post, person);
    }

    public void Leaves(int day, int person) => Add(day, StepKind.PersonLeaves, null, people[person]);

    public void LeavesPost(int day, int post, int holder, bool isMove)
    {
        if (isMove) MoveBegins(moves[post]);
        else if (holder < 0) At(day, StepKind.NewcomerLeaves, post);
        else Leaves(day, holder);
    }

    public void TermEnds(int day, int post, int person) => Add(day, StepKind.TermEnds, post, people[person]);

    public void FallsVacant(int day, int post, bool interim) => Add(
        day, StepKind.FallsVacant, post, null, movingTo == None ? null : model.Played.Seats[movingTo].Post.Id, interim);

    private void At(int day, StepKind kind, int post) => Add(day, kind, post, null);

    public void At(int day, StepKind kind, int post, int person) => Add(day, kind, post, people[person]);

    private void Add(int day, StepKind kind, int? post, PersonId? person, PostId? openedBy = null, bool interim = false)
    {
        var seat = post is { } place ? model.Played.Seats[place] : null;
        steps.Add(new TrialStep(
            day, model.Snapshot.AsOf.AddDays(day), kind, seat?.Post.Id, person, openedBy, interim, seat?.Board));
    }
}
