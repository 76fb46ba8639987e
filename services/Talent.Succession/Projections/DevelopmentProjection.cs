using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Talent.Development.V1;
using Talent.Events.V1;
using Talent.Messaging.Projections;
using Talent.Messaging.Work;
using Talent.Succession.Boards;
using Talent.Succession.Storage;

namespace Talent.Succession.Projections;

/// <summary>
/// People without names, their credentials, and the readiness statements and intentions to leave that their audience lets the group use, as
/// the Development service tells. A statement about a person who is not known yet is kept.
/// </summary>
public sealed class DevelopmentProjection : IProjection<SuccessionContext>
{
    /// <inheritdoc />
    public string Source => "development";

    /// <inheritdoc />
    public async Task ApplyAsync(SuccessionContext context, Event happened, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Type)
        {
            case "development.person.recorded.v1":
                await RecordAsync(context, PersonRecorded.Parser.ParseFrom(happened.Payload), cancellation);
                break;
            case "development.readiness.stated.v1":
                await StateAsync(context, ReadinessStated.Parser.ParseFrom(happened.Payload).Statement, cancellation);
                break;
            case "development.readiness.withdrawn.v1":
                await WithdrawAsync(context, ReadinessWithdrawn.Parser.ParseFrom(happened.Payload), cancellation);
                break;
            case "development.credential.recorded.v1":
                await HoldAsync(context, CredentialRecorded.Parser.ParseFrom(happened.Payload).Credential, cancellation);
                break;
            case "development.intention.stated.v1":
                await IntentionProjection.StateAsync(
                    context, IntentionStated.Parser.ParseFrom(happened.Payload).Intention, cancellation);
                break;
            case "development.intention.withdrawn.v1":
                await IntentionProjection.ForgetAsync(
                    context, IntentionWithdrawn.Parser.ParseFrom(happened.Payload).PersonId, cancellation);
                break;
            case "development.person.erased.v1":
                await EraseAsync(context, PersonErased.Parser.ParseFrom(happened.Payload).PersonId, cancellation);
                break;
            default:
                // Other types only move the checkpoint.
                break;
        }
    }

    /// <inheritdoc />
    public async Task ClearAsync(SuccessionContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        await context.DevelopmentPeople.ExecuteDeleteAsync(cancellation);
        await context.DevelopmentReadiness.ExecuteDeleteAsync(cancellation);
        await context.DevelopmentCredentials.ExecuteDeleteAsync(cancellation);
        await context.DevelopmentIntentions.ExecuteDeleteAsync(cancellation);
    }

    private static async Task RecordAsync(SuccessionContext context, PersonRecorded person, CancellationToken cancellation)
    {
        var row = await context.DevelopmentPeople.FindAsync([person.PersonId], cancellation)
            ?? context.DevelopmentPeople.Add(new DevelopmentPersonRow { Id = person.PersonId }).Entity;
        var moved = row.GroupId != person.GroupId;
        (row.GroupId, row.EmployerCode) = (person.GroupId, person.EmployerCode);
        // Whoever came or went is available in another group than before: of all boards those that name the person show it.
        if (moved) await WantGroupsNamingAsync(context, person.PersonId, cancellation);
    }

    private static async Task StateAsync(SuccessionContext context, ReadinessStatement statement, CancellationToken cancellation)
    {
        var row = await context.DevelopmentReadiness.FindAsync([statement.Id], cancellation)
            ?? context.DevelopmentReadiness.Add(new DevelopmentReadinessRow
            {
                Id = statement.Id,
                PersonId = statement.PersonId,
                Content = [],
            }).Entity;
        (row.PersonId, row.Content) = (statement.PersonId, statement.ToByteArray());
        await WantGroupsNamingAsync(context, statement.PersonId, cancellation);
    }

    private static async Task WithdrawAsync(SuccessionContext context, ReadinessWithdrawn withdrawn, CancellationToken cancellation)
    {
        if (await context.DevelopmentReadiness.FindAsync([withdrawn.StatementId], cancellation) is { } row)
            context.DevelopmentReadiness.Remove(row);
        await WantGroupsNamingAsync(context, withdrawn.PersonId, cancellation);
    }

    private static async Task HoldAsync(SuccessionContext context, Credential credential, CancellationToken cancellation)
    {
        var row = await context.DevelopmentCredentials.FindAsync([credential.PersonId, credential.Code], cancellation)
            ?? context.DevelopmentCredentials.Add(
                new DevelopmentCredentialRow { PersonId = credential.PersonId, Code = credential.Code }).Entity;
        row.Held = credential.Held;
        await WantGroupsNamingAsync(context, credential.PersonId, cancellation);
    }

    private static async Task EraseAsync(SuccessionContext context, string personId, CancellationToken cancellation)
    {
        if (await context.DevelopmentPeople.FindAsync([personId], cancellation) is { } person)
            context.DevelopmentPeople.Remove(person);
        var stated = await context.DevelopmentReadiness.Where(row => row.PersonId == personId).ToListAsync(cancellation);
        var tracked = context.DevelopmentReadiness.Local.Where(row => row.PersonId == personId);
        foreach (var row in stated.Union(tracked).ToList()) context.DevelopmentReadiness.Remove(row);
        var held = await context.DevelopmentCredentials.Where(row => row.PersonId == personId).ToListAsync(cancellation);
        var alsoHeld = context.DevelopmentCredentials.Local.Where(row => row.PersonId == personId);
        foreach (var row in held.Union(alsoHeld).ToList()) context.DevelopmentCredentials.Remove(row);
        await IntentionProjection.ForgetAsync(context, personId, cancellation);
        await WantGroupsNamingAsync(context, personId, cancellation);
    }

    // Which boards to compute anew is no part of the projection: a nomination made later wants its board itself.
    private static async Task WantGroupsNamingAsync(SuccessionContext context, string personId, CancellationToken cancellation)
    {
        var groups = await context.Nominations.Where(row => row.PersonId == personId)
            .Join(context.RolesPosts, row => row.PostId, post => post.Id, (row, post) => post.GroupId)
            .Distinct().ToListAsync(cancellation);
        foreach (var group in groups.Where(group => group.Length > 0))
            context.Want(BoardWork.KindOfWork, group);
    }
}
