using Talent.Development.Domain;
using Talent.Development.Storage;
using Talent.Events.V1;
using Talent.Messaging.Commands;
using Talent.ServiceDefaults;
using Contract = Talent.Development.V1;

namespace Talent.Development.Api;

/// <summary>Records credentials with their events, and carries them between the contract and the domain.</summary>
internal static class CredentialChanges
{
    /// <summary>Records whether a person holds a credential, in the place of what was recorded of it.</summary>
    public static void Hold(
        this CommandScope<DevelopmentContext> scope, PersonRow person, Credential credential, CredentialRow? last)
    {
        var row = last ?? scope.Context.Credentials.Add(new CredentialRow
        {
            PersonId = person.Id,
            Code = credential.Code,
            Held = credential.IsHeld,
            RecordedOn = credential.RecordedOn,
            Source = credential.Source,
        }).Entity;
        (row.Held, row.RecordedOn, row.Source) = (credential.IsHeld, credential.RecordedOn, credential.Source);
        scope.Append(person, "development.credential.recorded.v1", new CredentialRecorded { Credential = row.ToContract() });
    }

    public static Credential ToDomain(this Contract.Credential credential, DateOnly today) => new(
        credential.Code, credential.Held, credential.RecordedOn.ToDay("credential.recorded_on") ?? today, today,
        credential.Source switch
        {
            Contract.CredentialSource.OwnStatement => CredentialSource.OwnStatement,
            Contract.CredentialSource.CheckedByEmployer => CredentialSource.CheckedByEmployer,
            _ => throw new RuleException("source", "Say whether it is the person's own statement or was checked by the employer."),
        });

    public static Contract.Credential ToContract(this CredentialRow row) => new()
    {
        PersonId = row.PersonId,
        Code = row.Code,
        Held = row.Held,
        RecordedOn = row.RecordedOn.ToDate(),
        Source = row.Source == CredentialSource.OwnStatement
            ? Contract.CredentialSource.OwnStatement
            : Contract.CredentialSource.CheckedByEmployer,
    };
}
