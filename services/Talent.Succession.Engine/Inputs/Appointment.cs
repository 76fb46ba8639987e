namespace Talent.Succession.Engine.Inputs;

/// <summary>On what footing a person sits in a post.</summary>
public enum AppointmentKind
{
    /// <summary>Holds the post. Only this fills it.</summary>
    Substantive,

    /// <summary>Fills in from outside or alongside; the post stays vacant.</summary>
    Interim,

    /// <summary>Acts up from a junior post; the post stays vacant.</summary>
    Acting,

    /// <summary>Lent from another employer; the post stays vacant.</summary>
    Secondment,
}

/// <summary>When a person first joined one board. NHS Code of governance 4.3 counts from there, one clock per board.</summary>
public sealed record BoardClock
{
    /// <summary>States the start of a term clock.</summary>
    /// <param name="board">The organisation whose board it is.</param>
    /// <param name="firstAppointed">First appointment to that board in any seat; null when not recorded.</param>
    public BoardClock(OrganisationId board, DateOnly? firstAppointed)
    {
        ArgumentNullException.ThrowIfNull(board);
        (Board, FirstAppointed) = (board, firstAppointed);
    }

    /// <summary>The organisation whose board it is.</summary>
    public OrganisationId Board { get; }

    /// <summary>First appointment to that board in any seat; null when not recorded.</summary>
    public DateOnly? FirstAppointed { get; }
}

/// <summary>A person in a post on the day of the snapshot.</summary>
public sealed class Appointment
{
    /// <summary>States an appointment that has begun and has not ended.</summary>
    /// <param name="post">The post.</param>
    /// <param name="person">Who sits in it.</param>
    /// <param name="kind">On what footing.</param>
    /// <param name="start">First day, or null when not recorded.</param>
    /// <param name="plannedEnd">First day after the agreed term, or null when none is recorded; later than the start.</param>
    /// <param name="boards">Term clocks, each board once.</param>
    /// <param name="leftBoards">Organisations of the post that this person no longer serves, while the appointment goes on
    /// elsewhere.</param>
    /// <exception cref="ArgumentException">The planned end is not after the start, or a board appears twice.</exception>
    public Appointment(
        PostId post, PersonId person, AppointmentKind kind, DateOnly? start = null, DateOnly? plannedEnd = null,
        IEnumerable<BoardClock>? boards = null, IEnumerable<OrganisationId>? leftBoards = null)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(person);
        if (start is { } first && plannedEnd is { } last && last <= first)
            throw new ArgumentException($"The planned end of an appointment to post {post} must be after its start.", nameof(plannedEnd));
        (Post, Person, Start, PlannedEnd) = (post, person, start, plannedEnd);
        Kind = Require.Defined(kind, "the kind of an appointment");
        Boards = Require.Distinct(boards ?? [], clock => clock.Board, $"the boards of an appointment to post {post}");
        LeftBoards = Require.Distinct(leftBoards ?? [], board => board, $"the boards left of an appointment to post {post}");
    }

    /// <summary>The post.</summary>
    public PostId Post { get; }

    /// <summary>Who sits in it.</summary>
    public PersonId Person { get; }

    /// <summary>On what footing.</summary>
    public AppointmentKind Kind { get; }

    /// <summary>First day, or null when not recorded.</summary>
    public DateOnly? Start { get; }

    /// <summary>First day after the agreed term, or null when none is recorded.</summary>
    public DateOnly? PlannedEnd { get; }

    /// <summary>Term clocks, one per board.</summary>
    public IReadOnlyList<BoardClock> Boards { get; }

    /// <summary>Organisations of the post that this person no longer serves.</summary>
    public IReadOnlyList<OrganisationId> LeftBoards { get; }
}
