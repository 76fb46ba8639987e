using Google.Protobuf.WellKnownTypes;
using Talent.Development.V1;
using Talent.Portal.Access;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.MyRecord;

/// <summary>One reading of a restricted part of the own record.</summary>
/// <param name="Time">When.</param>
/// <param name="Role">The role of the reader; empty: not known.</param>
/// <param name="What">What was read, in words.</param>
public sealed record OwnRecordReading(Timestamp Time, string Role, string What);

/// <summary>A person's own record: posts, readiness, what was stated about leaving, who may see what, and who read it.</summary>
[Permits(Permission.ReadOwnRecord)]
public sealed class ShowModel(
    PersonService.PersonServiceClient people, PostService.PostServiceClient posts, BoardService.BoardServiceClient boards,
    OrganisationDirectory organisations) : PortalPage
{
    /// <summary>The record; null when the account has none.</summary>
    public Person? Person { get; private set; }

    /// <summary>Name of the organisation that controls the record.</summary>
    public string Controller { get; private set; } = "not known";

    /// <summary>Posts held and to be held.</summary>
    public IReadOnlyList<Post> Posts { get; private set; } = [];

    /// <summary>Readiness statements that the person may see.</summary>
    public IReadOnlyList<ReadinessStatement> Readiness { get; private set; } = [];

    /// <summary>What the person stated about leaving; null: nothing.</summary>
    public LeavingIntention? Intention { get; private set; }

    /// <summary>Choices made; what is not chosen stays with the person.</summary>
    public IReadOnlyDictionary<string, SharingChoice> Choices { get; private set; } = new Dictionary<string, SharingChoice>();

    /// <summary>Who read the record, newest first.</summary>
    public IReadOnlyList<OwnRecordReading> Reads { get; private set; } = [];

    /// <summary>Reads the record.</summary>
    public async Task OnGetAsync()
    {
        Describe("My record", Home);
        if (Caller.PersonId is not { } id)
            return;
        Person = (await people.GetPersonAsync(new GetPersonRequest { Id = id }, cancellationToken: Aborted)).Person;
        Controller = (await organisations.FindAsync([Person.ControllerCode], Aborted)).Of(Person.ControllerCode);
        if (Caller.Holds(Permission.ReadAppointments))
        {
            var appointments = new ListPersonAppointmentsRequest { PersonId = id };
            Posts = (await posts.ListPersonAppointmentsAsync(appointments, cancellationToken: Aborted)).Posts;
        }
        Readiness = (await people.ListReadinessStatementsAsync(
            new ListReadinessStatementsRequest { PersonId = id }, cancellationToken: Aborted)).Statements;
        Intention = (await people.ListIntentionsAsync(new ListIntentionsRequest { PersonId = id }, cancellationToken: Aborted))
            .Intentions.SingleOrDefault();
        Choices = (await people.ListSharingChoicesAsync(new ListSharingChoicesRequest { PersonId = id }, cancellationToken: Aborted))
            .Choices.ToDictionary(choice => choice.Subject);
        Reads = await ReadingsAsync(id);
    }

    // The record is kept in two services, and each keeps who read its part.
    private async Task<IReadOnlyList<OwnRecordReading>> ReadingsAsync(string id)
    {
        var record = await people.ListRecordReadsAsync(new ListRecordReadsRequest { PersonId = id }, cancellationToken: Aborted);
        var succession = await boards.ListPersonReadsAsync(new ListPersonReadsRequest { PersonId = id }, cancellationToken: Aborted);
        return
        [
            .. record.Reads.Select(read => new OwnRecordReading(read.Time, read.Role, RecordReads.Say(read.Method)))
                .Concat(succession.Reads.Select(read => new OwnRecordReading(read.Time, read.Role, RecordReads.Say(read.Subject))))
                .OrderByDescending(read => read.Time.ToDateTimeOffset()),
        ];
    }
}
