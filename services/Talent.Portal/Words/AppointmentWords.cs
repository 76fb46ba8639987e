using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Roles.V1;

namespace Talent.Portal.Words;

/// <summary>The choices that forms about posts offer.</summary>
public static class AppointmentWords
{
    /// <summary>The answer that something is not known.</summary>
    public const string NotKnown = "not-known";

    private static readonly HashSet<string> WithTermClock =
        ["chair", "vice-chair", "senior-independent-director", "non-executive-director"];

    /// <summary>How a person may hold a post.</summary>
    public static IReadOnlyList<AppointmentKind> Kinds { get; } =
        [AppointmentKind.Substantive, AppointmentKind.Interim, AppointmentKind.Acting, AppointmentKind.Secondment];

    /// <summary>On what basis a person may serve.</summary>
    public static IReadOnlyList<EngagementBasis> Bases { get; } =
    [
        EngagementBasis.Employed, EngagementBasis.Seconded, EngagementBasis.Honorary, EngagementBasis.OfficeHolder,
        EngagementBasis.Unspecified,
    ];

    /// <summary>Bodies that appoint, by their key in the reference data.</summary>
    public static IReadOnlyList<Choice> Bodies { get; } =
    [
        new("council-of-governors", "Council of governors"),
        new("nhs-england", "NHS England"),
        new("board-committee", "A committee of the board"),
        new(NotKnown, "Not known"),
    ];

    /// <summary>The name of a body; a key that is not listed is shown as it is written.</summary>
    public static string SayBody(string key) =>
        key.Length == 0 ? "not known" : Bodies.FirstOrDefault(body => body.Value == key)?.Words ?? key;

    /// <summary>What is recorded of an appointment at one organisation, in words; what is not known is said to be so.</summary>
    public static string SayTerm(AppointmentTerm term)
    {
        ArgumentNullException.ThrowIfNull(term);
        var words = $"{Vocabulary.Say(term.Basis)}{(term.Lead ? ", lead organisation" : "")}; "
            + $"first appointed to this board: {Dates.Say(term.FirstAppointedOn)}; "
            + $"appointed by: {SayBody(term.AppointingBody)}; approved on: {Dates.Say(term.ApprovedOn)}";
        if (term.EndedOn is null)
            return words;
        var why = Vocabulary.Say(term.EndReason).ToLowerInvariant();
        return $"{words}; last day on this board: {Dates.SayLastDay(term.EndedOn)}, reason: {why}";
    }

    /// <summary>Why an appointment may end.</summary>
    public static IReadOnlyList<EndReason> EndReasons { get; } =
    [
        EndReason.Resigned, EndReason.Retired, EndReason.TermEnded, EndReason.MovedWithinGroup, EndReason.MovedElsewhere,
        EndReason.PostEnded, EndReason.CoverEnded, EndReason.Other,
    ];

    /// <summary>Asks why somebody is appointed.</summary>
    public static ChoiceQuestion AskWhyAppointed => Reason.Ask(
        "Why is this appointment made?",
        new Choice("vacancy", "To fill a vacancy"),
        new Choice("cover", "To cover until the post is filled, or while its holder is away"),
        new Choice("new-post", "The post is new or has changed"),
        new Choice("development", "As a step in the person's development"),
        new Choice("correction", "To correct the record"));

    /// <summary>Whether the holders of such posts serve each board for a limited time (NHS Code of governance 4.3).</summary>
    public static bool HasTermClock(string family) => WithTermClock.Contains(family);

    /// <summary>Asks why what is recorded about an appointment is put right.</summary>
    public static ChoiceQuestion AskWhyAmended => Reason.Ask(
        "Why is this put right?",
        new Choice("extended", "The term was extended"),
        new Choice("approved", "The appointment was approved"),
        new Choice("found", "What was not known was found"),
        new Choice("correction", "To correct the record"));

    /// <summary>Asks why a post is shared in another way.</summary>
    public static ChoiceQuestion AskWhyShared => Reason.Ask(
        "Why is the sharing of this post changed?",
        new Choice("vacancy", "A vacancy made it possible"),
        new Choice("joint-leadership", "The organisations agreed on joint leadership"),
        new Choice("load", "The post was too large for one person"),
        new Choice("ended", "The joint leadership ended"),
        new Choice("correction", "To correct the record"));

    /// <summary>Asks why somebody is named.</summary>
    public static ChoiceQuestion AskWhyNominated => Reason.Ask(
        "Why is this person named?",
        new Choice("panel", "A succession panel proposed it"),
        new Choice("conversation", "It came out of a talent conversation"),
        new Choice("asked", "The person asked to be considered"),
        new Choice("correction", "To correct the record"));

    /// <summary>Asks why a nomination is changed.</summary>
    public static ChoiceQuestion AskWhyNominationChanged => Reason.Ask(
        "Why is the nomination changed?",
        new Choice("panel", "A succession panel decided it"),
        new Choice("conversation", "It came out of a talent conversation"),
        new Choice("asked", "The person asked for it"),
        new Choice("correction", "To correct the record"));

    /// <summary>Asks why a nomination is withdrawn.</summary>
    public static ChoiceQuestion AskWhyWithdrawn => Reason.Ask(
        "Why is the nomination withdrawn?",
        new Choice("panel", "A succession panel decided it"),
        new Choice("withdrew", "The person does not want to be considered"),
        new Choice("not-told", "The person could not be told"),
        new Choice("appointed", "The person was appointed to this or another post"),
        new Choice("correction", "To correct the record"));
}
