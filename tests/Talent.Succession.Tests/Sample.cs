using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Talent.Development.V1;
using Talent.Events.V1;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Types.V1;

namespace Talent.Succession.Tests;

/// <summary>Invented groups as the other services would tell of them.</summary>
internal static class Sample
{
    public const string Group = "group-1";

    /// <summary>The id of a person whom a test calls by a word.</summary>
    public static string Person(string word) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(word))[..16]).ToString();

    public static Event Happened(string type, IMessage payload, long position = 1) => new()
    {
        LogId = "log",
        Position = position,
        Id = $"event-{position}",
        Aggregate = "posts/any",
        AggregateVersion = 1,
        Type = type,
        Payload = payload.ToByteString(),
        ActorId = "account",
        CorrelationId = "correlation",
    };

    public static Event GroupFormed(string id = Group, DateOnly? agreedOn = null) => Happened(
        "roles.group.formed.v1",
        new GroupRecorded
        {
            Group = new Group { Id = id, Title = "Invented Group", RegionCode = "Y56", CriticalityAgreedOn = agreedOn.ToDate() },
        });

    public static Post Post(string id, params string[] served)
    {
        var post = new Post
        {
            Id = id,
            Title = $"Post {id}",
            Family = "chief-executive",
            Level = Level.Trust,
            GroupId = Group,
            DaysPerWeek = 5,
            Criticality = 3,
            Period = new Period { Start = new DateOnly(2020, 1, 1).ToDate() },
        };
        post.Served.AddRange((served.Length == 0 ? ["T1"] : served)
            .Select(code => new ServedOrganisation { OrganisationCode = code, Voting = true }));
        return post;
    }

    public static Event PostCreated(Post post) => Happened("roles.post.created.v1", new PostRecorded { Post = post });

    public static Appointment Appointment(string post, string person, DateOnly start, string? id = null) => new()
    {
        Id = id ?? $"{post}-{person}",
        PostId = post,
        PersonId = person,
        Kind = AppointmentKind.Substantive,
        Start = start.ToDate(),
    };

    public static Event Appointed(Appointment appointment) =>
        Happened("roles.appointment.made.v1", new AppointmentMade { Appointment = appointment });

    public static Event Ended(Appointment appointment, DateOnly end)
    {
        var ended = appointment.Clone();
        ended.End = end.ToDate();
        return Happened("roles.appointment.ended.v1", new AppointmentEnded { Appointment = ended });
    }

    public static Event Stated(string person, DateOnly latest, string family = "chief-executive", string? id = null) => Happened(
        "development.readiness.stated.v1",
        new ReadinessStated
        {
            Statement = new ReadinessStatement
            {
                Id = id ?? $"statement-{person}",
                PersonId = person,
                Family = family,
                StatedOn = new DateOnly(2026, 1, 1).ToDate(),
                Readiness = new Readiness { Earliest = latest.ToDate(), Latest = latest.ToDate() },
                Audience = Audience.MyGroup,
            },
        });

    public static Event Intended(string person, DateOnly earliest, DateOnly latest) => Happened(
        "development.intention.stated.v1",
        new IntentionStated
        {
            Intention = new LeavingIntention
            {
                PersonId = person,
                Earliest = earliest.ToDate(),
                Latest = latest.ToDate(),
                StatedOn = new DateOnly(2026, 1, 1).ToDate(),
                Audience = Audience.MyGroup,
            },
        });

    public static Event IntentionForgotten(string person) =>
        Happened("development.intention.withdrawn.v1", new IntentionWithdrawn { PersonId = person });

    public static Event Recorded(string person, string group = Group) =>
        Happened("development.person.recorded.v1", new PersonRecorded { PersonId = person, GroupId = group, ControllerCode = "T1" });

    public static Event Held(string person, bool held, string code = "registered-medical-practitioner") => Happened(
        "development.credential.recorded.v1",
        new CredentialRecorded { Credential = new Credential { PersonId = person, Code = code, Held = held } });

    public static Event Erased(string person) => Happened("development.person.erased.v1", new PersonErased { PersonId = person });
}
