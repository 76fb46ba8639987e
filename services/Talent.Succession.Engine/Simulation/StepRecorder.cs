using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>Writes down the steps of a trial that somebody watches.</summary>
internal sealed class StepRecorder(SimulationModel model)
{
    private const int None = -1;

    private readonly PersonId[] people = [.. model.Leaders.Place.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
    private readonly List<TrialStep> steps = [];
    private int movingTo = None;

    public IReadOnlyList<TrialStep> Steps => steps.AsReadOnly();

    /// <summary>Posts that fall vacant from here on do so because somebody moves to this one.</summary>
    public void MoveBegins(int post) => movingTo = post;

    /// <summary>What falls vacant from here on has another reason.</summary>
    public void MoveEnds() => movingTo = None;

    public void Leaves(int day, int person) => Add(day, StepKind.PersonLeaves, null, people[person]);

    public void TermEnds(int day, int post, int person) => Add(day, StepKind.TermEnds, post, people[person]);

    public void FallsVacant(int day, int post, bool interim) => Add(
        day, StepKind.FallsVacant, post, null, movingTo == None ? null : model.Seats.Ids[movingTo], interim);

    public void At(int day, StepKind kind, int post) => Add(day, kind, post, null);

    public void At(int day, StepKind kind, int post, int person) => Add(day, kind, post, people[person]);

    private void Add(int day, StepKind kind, int? post, PersonId? person, PostId? openedBy = null, bool interim = false) => steps.Add(
        new TrialStep(
            day, model.Snapshot.AsOf.AddDays(day), kind, post is { } place ? model.Seats.Ids[place] : null, person, openedBy, interim));
}
