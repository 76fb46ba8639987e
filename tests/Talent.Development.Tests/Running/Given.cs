using Talent.Development.V1;
using Talent.Messaging;
using Talent.ServiceDefaults;

namespace Talent.Development.Tests.Running;

/// <summary>What tests start from: a group of its own with invented people.</summary>
public sealed class Given(DevelopmentHost host)
{
    private readonly IdentifierSource _identifiers = new SystemIdentifierSource(TimeProvider.System);

    public string NewId() => _identifiers.Next();

    /// <summary>Records a person through the API, as the human-resources director of the group.</summary>
    public async Task<Person> PersonAsync(string groupId, string name = "Imelda Quarmby", string managerId = "", string employer = "X9001")
    {
        var response = await host.People.CreatePersonAsync(
            new CreatePersonRequest { RequestId = NewId(), Person = Unsaved(groupId, name, managerId, employer) },
            await host.AsAsync(Callers.Director(groupId)));
        return response.Person;
    }

    public static Person Unsaved(string groupId, string name = "Imelda Quarmby", string managerId = "", string employer = "X9001") => new()
    {
        DisplayName = name,
        GroupId = groupId,
        EmployerCode = employer,
        ManagerId = managerId,
        ControllerCode = employer,
    };

    /// <summary>The person states something about herself or himself.</summary>
    public async Task<ReadinessStatement> StatementAsync(string personId, Audience audience, string family = "chief-executive")
    {
        var response = await host.People.StateReadinessAsync(
            new StateReadinessRequest { RequestId = NewId(), Statement = Statement(personId, audience, family) },
            await host.AsAsync(Callers.Leader(personId)));
        return response.Statement;
    }

    public static ReadinessStatement Statement(string personId, Audience audience, string family = "chief-executive") => new()
    {
        PersonId = personId,
        Family = family,
        Audience = audience,
        Readiness = new() { Earliest = new DateOnly(2027, 1, 1).ToDate(), Latest = new DateOnly(2028, 1, 1).ToDate() },
    };

    public static Credential Credential(string personId, string code = "registered-medical-practitioner", bool held = true) => new()
    {
        PersonId = personId,
        Code = code,
        Held = held,
        RecordedOn = new DateOnly(2024, 1, 1).ToDate(),
        Source = CredentialSource.CheckedByEmployer,
    };

    /// <summary>The director records whether somebody holds a credential.</summary>
    public async Task<Credential> HoldAsync(string groupId, Credential credential) => (await host.People.RecordCredentialAsync(
        new RecordCredentialRequest { RequestId = NewId(), Credential = credential },
        await host.AsAsync(Callers.Director(groupId)))).Credential;

    /// <summary>The person states an intention to leave; without days the person withdraws it.</summary>
    public async Task<LeavingIntention> IntentionAsync(string personId, DateOnly? earliest, DateOnly? latest)
    {
        var response = await host.People.StateIntentionAsync(
            new StateIntentionRequest { RequestId = NewId(), Intention = Intention(personId, earliest, latest) },
            await host.AsAsync(Callers.Leader(personId)));
        return response.Intention;
    }

    public static LeavingIntention Intention(string personId, DateOnly? earliest, DateOnly? latest) => new()
    {
        PersonId = personId,
        Earliest = earliest.ToDate(),
        Latest = latest.ToDate(),
    };

    public async Task ChooseAsync(string personId, string subject, Audience audience) => await host.People.ChooseSharingAsync(
        new ChooseSharingRequest
        {
            RequestId = NewId(),
            Choice = new SharingChoice { PersonId = personId, Subject = subject, Audience = audience },
        },
        await host.AsAsync(Callers.Leader(personId)));

    /// <summary>The events about a person, in order.</summary>
    public IReadOnlyList<(string Type, byte[] Payload)> EventsOf(string personId)
    {
        using var context = host.Storage.CreateContext();
        return
        [
            .. context.Events.Where(row => row.Aggregate == $"people/{personId}").OrderBy(row => row.Sequence).AsEnumerable()
                .Select(row => (row.Type, row.Payload)),
        ];
    }

    public IReadOnlyList<string> EventTypesOf(string personId) => [.. EventsOf(personId).Select(row => row.Type)];
}
