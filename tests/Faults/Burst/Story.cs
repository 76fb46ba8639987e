using Google.Protobuf;
using Talent.Development.V1;
using Talent.Roles.V1;
using Talent.Succession.V1;
using Talent.Types.V1;

namespace Talent.Faults.Tests.Burst;

/// <summary>
/// Ten commands about one post, in order: two people, the post, an appointment, a new employer, a nomination, sharing the post with a second
/// trust, the end of the appointment, the next one, and a changed rank. Every id is known beforehand, so the end is known too.
/// </summary>
internal sealed record Story(int Number, string Group, string First, string Second, IReadOnlyList<string> Ids)
{
    /// <summary>How many ids a story uses.</summary>
    public const int IdsNeeded = 6;

    public string Holder => Ids[0];

    public string Successor => Ids[1];

    public string Post => Ids[2];

    public string FirstAppointment => Ids[3];

    public string SecondAppointment => Ids[4];

    public string Nomination => Ids[5];

    /// <summary>The commands, each with the request id that is used until it is answered.</summary>
    public IEnumerable<IMessage> Commands()
    {
        yield return new CreatePersonRequest { RequestId = Request(1), Person = Person(Holder, First) };
        yield return new CreatePersonRequest { RequestId = Request(2), Person = Person(Successor, First) };
        yield return new CreatePostRequest { RequestId = Request(3), Post = NewPost() };
        yield return new CreateAppointmentRequest { RequestId = Request(4), Appointment = Appointment(FirstAppointment, Holder, Day(2024, 4)) };
        yield return new UpdatePersonRequest { RequestId = Request(5), Person = Person(Successor, Second), UpdateMask = { "employer_code" } };
        yield return new CreateNominationRequest { RequestId = Request(6), Nomination = Named(rank: 1) };
        yield return new SharePostRequest { RequestId = Request(7), PostId = Post, Served = { Serves(First, 0.5), Serves(Second, 0.5) } };
        yield return new EndAppointmentRequest
        {
            RequestId = Request(8),
            PostId = Post,
            AppointmentId = FirstAppointment,
            End = Day(2026, 9),
            Reason = EndReason.Retired,
        };
        yield return new CreateAppointmentRequest { RequestId = Request(9), Appointment = Appointment(SecondAppointment, Successor, Day(2026, 10)) };
        yield return new UpdateNominationRequest { RequestId = Request(10), Nomination = Named(rank: 2), UpdateMask = { "rank" } };
    }

    private string Request(int command) => $"story-{Number}-{command}";

    private static Date Day(int year, int month) => new() { Year = year, Month = month, Day = 1 };

    private static ServedOrganisation Serves(string code, double share) => new() { OrganisationCode = code, Share = share, Voting = true };

    private Person Person(string id, string employer) => new()
    {
        Id = id,
        DisplayName = $"Person {id[^6..]}",
        GroupId = Group,
        EmployerCode = employer,
        ControllerCode = First,
    };

    private Post NewPost() => new()
    {
        Id = Post,
        Title = $"Director {Number}",
        Family = "chief-operating-officer",
        Level = Level.Trust,
        GroupId = Group,
        DaysPerWeek = 5,
        Criticality = 3,
        Served = { Serves(First, 1) },
        Period = new Period { Start = Day(2020, 4) },
    };

    private Appointment Appointment(string id, string person, Date start) => new()
    {
        Id = id,
        PostId = Post,
        PersonId = person,
        Kind = AppointmentKind.Substantive,
        Start = start,
    };

    private Nomination Named(int rank) => new()
    {
        Id = Nomination,
        PostId = Post,
        PersonId = Successor,
        Rank = rank,
        Telling = Telling.Told,
        Readiness = new Readiness { Earliest = Day(2026, 1), Latest = Day(2026, 1) },
        NominatedOn = Day(2026, 2),
    };
}
