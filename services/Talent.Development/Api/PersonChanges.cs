using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Talent.Development.Domain;
using Talent.Development.Storage;
using Talent.Events.V1;
using Talent.Messaging.Commands;
using Audience = Talent.Development.Domain.Audience;
using ReadinessStatement = Talent.Development.Domain.ReadinessStatement;

namespace Talent.Development.Api;

/// <summary>
/// Changes of a person's record with their events. What only the person may see, or only others than the own group, is in no event: an
/// event says at most that something is no longer shared.
/// </summary>
internal static class PersonChanges
{
    public static PersonRow Record(this CommandScope<DevelopmentContext> scope, string id, PersonDetails details)
    {
        var row = new PersonRow
        {
            Id = id,
            DisplayName = details.DisplayName,
            SearchName = details.SearchName,
            GroupId = details.GroupId,
            EmployerCode = details.EmployerCode,
            ManagerId = details.ManagerId,
            ControllerCode = details.ControllerCode,
        };
        scope.Context.People.Add(row);
        scope.Append(row, "development.person.recorded.v1", row.ToEvent());
        return row;
    }

    public static ReadinessStatementRow State(
        this CommandScope<DevelopmentContext> scope, PersonRow person, string id, ReadinessStatement statement)
    {
        var row = new ReadinessStatementRow
        {
            Id = id,
            PersonId = person.Id,
            Family = statement.Family,
            Level = statement.Level,
            Earliest = statement.Readiness.Earliest,
            Latest = statement.Readiness.Latest,
            Source = statement.Source,
            StatedOn = statement.StatedOn,
            Audience = statement.Audience,
        };
        scope.Context.ReadinessStatements.Add(row);
        return row;
    }

    /// <summary>Removes the last statement of the same source about the same posts, which a new one replaces.</summary>
    public static async Task ReplaceAsync(
        this CommandScope<DevelopmentContext> scope, PersonRow person, ReadinessStatement statement, CancellationToken cancellation)
    {
        var last = await scope.Context.ReadinessStatements.SingleOrDefaultAsync(
            row => row.PersonId == person.Id && row.Family == statement.Family && row.Level == statement.Level
                && row.Source == statement.Source,
            cancellation);
        if (last is null)
            return;
        if (last.PublishedAs is not null)
            scope.Withdraw(person, last);
        // Deleted at once: the new row takes the place that a unique index keeps for one.
        await scope.Context.ReadinessStatements.Where(row => row.Id == last.Id).ExecuteDeleteAsync(cancellation);
        scope.Context.Entry(last).State = EntityState.Detached;
    }

    /// <summary>Tells the group what it may know of a statement from now on, if that is something else than before.</summary>
    public static void Publish(
        this CommandScope<DevelopmentContext> scope, PersonRow person, ReadinessStatementRow statement, Audience? choice)
    {
        var audience = ReadinessStatement.AudienceOf(statement.Source, statement.Audience, choice);
        var published = audience.IncludesGroup() ? audience : (Audience?)null;
        if (published == statement.PublishedAs)
            return;
        if (published is null)
            scope.Withdraw(person, statement);
        else
            scope.Append(person, "development.readiness.stated.v1", new ReadinessStated { Statement = statement.ToContract(audience) });
        statement.PublishedAs = published;
    }

    /// <summary>Records a choice, and tells the group what it may know of it.</summary>
    public static void Choose(this CommandScope<DevelopmentContext> scope, PersonRow person, SharingChoiceRow choice)
    {
        var published = choice.Audience.IncludesGroup() ? choice.Audience : (Audience?)null;
        if (published == choice.PublishedAs)
            return;
        var message = choice.ToContract();
        // Whether it is now shared with nobody, the manager or only with others is not the group's business.
        message.Audience = (published ?? Audience.OnlyMe).ToContract();
        scope.Append(person, "development.sharing.chosen.v1", new SharingChosen { Choice = message });
        choice.PublishedAs = published;
    }

    public static void Append(
        this CommandScope<DevelopmentContext> scope, PersonRow person, string type, IMessage payload, string reasonCode = "")
    {
        person.Version++;
        scope.Append($"people/{person.Id}", person.Version, type, payload, reasonCode);
    }

    /// <summary>
    /// Makes a command on the record a change of it even where nothing is published: of two at the same moment, an erasure among them, one
    /// finds that the other came first.
    /// </summary>
    /// <param name="person">The record.</param>
    /// <param name="before">The version that the command found.</param>
    public static void RaiseVersion(this PersonRow person, long before) => person.Version = Math.Max(person.Version, before + 1);

    private static void Withdraw(this CommandScope<DevelopmentContext> scope, PersonRow person, ReadinessStatementRow statement) =>
        scope.Append(
            person, "development.readiness.withdrawn.v1",
            new ReadinessWithdrawn { PersonId = person.Id, StatementId = statement.Id });
}
