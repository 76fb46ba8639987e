using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Talent.Development.Tests.Running;
using Talent.Development.V1;
using Talent.ServiceDefaults;
using Talent.Testing;
using Talent.Types.V1;

namespace Talent.Development.Tests.Api;

/// <summary>A request for each method that changes something, filled as far as it can be, about things of its own.</summary>
internal sealed class EveryMutation(DevelopmentHost host)
{
    private readonly Given _given = new(host);

    public static IReadOnlyList<MethodDescriptor> Methods { get; } = Mutations.Of(PersonService.Descriptor);

    public async Task<(IMessage Request, Metadata Headers)> PrepareAsync(MethodDescriptor method)
    {
        var group = _given.NewId();
        var director = await host.AsAsync(Callers.Director(group));
        if (method.Name is "CreatePerson")
            return (new CreatePersonRequest { Person = Full(group, _given.NewId()) }, director);
        if (method.Name is "BatchCreatePeople")
            return (Batch(Full(group, _given.NewId())), director);
        var person = await _given.PersonAsync(group);
        var self = await host.AsAsync(Callers.Leader(person.Id));
        return method.Name switch
        {
            "UpdatePerson" => (Update(Full(group, person.Id)), director),
            "StateReadiness" => (new StateReadinessRequest { Statement = FullStatement(person.Id) }, self),
            "StateIntention" => (new StateIntentionRequest { Intention = FullIntention(person.Id) }, self),
            "RecordCredential" => (new RecordCredentialRequest { Credential = Given.Credential(person.Id) }, director),
            "ChooseSharing" => (new ChooseSharingRequest { Choice = Choice(person.Id) }, self),
            "ErasePerson" => (new ErasePersonRequest { PersonId = person.Id, ReasonCode = "request-of-the-person" }, director),
            _ => throw new NotSupportedException($"Say here how a request for {method.Name} looks."),
        };
    }

    private Person Full(string group, string id)
    {
        var person = Given.Unsaved(group, managerId: _given.NewId());
        person.Id = id;
        return person;
    }

    private BatchCreatePeopleRequest Batch(Person person) => new()
    {
        People = { person },
        ReadinessStatements = { FullStatement(person.Id) },
        SharingChoices = { Choice(person.Id) },
        Credentials = { Given.Credential(person.Id) },
    };

    private static UpdatePersonRequest Update(Person person) => new()
    {
        Person = person,
        UpdateMask = { "display_name", "group_id", "employer_code", "manager_id" },
    };

    private ReadinessStatement FullStatement(string personId)
    {
        var statement = Given.Statement(personId, Audience.NationalPool);
        (statement.Id, statement.Level, statement.Source) = (_given.NewId(), Level.Group, StatementSource.Self);
        statement.StatedOn = new DateOnly(2024, 1, 1).ToDate();
        return statement;
    }

    private LeavingIntention FullIntention(string personId)
    {
        var today = LondonCalendar.Today(host.Time);
        return Given.Intention(personId, today.AddDays(100), today.AddDays(200));
    }

    private static SharingChoice Choice(string personId) => new()
    {
        PersonId = personId,
        Subject = "readiness",
        Audience = Audience.NationalPool,
    };
}
