using Google.Protobuf.WellKnownTypes;
using Talent.Development.Domain;
using Talent.Development.Storage;
using Talent.Development.V1;
using Talent.Events.V1;
using Talent.ServiceDefaults;
using Audience = Talent.Development.Domain.Audience;
using ReadinessStatement = Talent.Development.V1.ReadinessStatement;

namespace Talent.Development.Api;

/// <summary>Records as the contracts show them.</summary>
internal static class PersonContract
{
    public static Person ToContract(this PersonRow row) => new()
    {
        Id = row.Id,
        DisplayName = row.DisplayName,
        GroupId = row.GroupId,
        EmployerCode = row.EmployerCode,
        ManagerId = row.ManagerId,
        ControllerCode = row.ControllerCode,
        Erased = row.Erased,
        Etag = Requests.Etag(row.Version),
    };

    /// <summary>What a caller may know of a record that it just changed: all of it while it is in reach, else that it exists.</summary>
    public static Person ToContract(this PersonRow row, PersonScope scope) => row.Erased || scope.Reaches(row)
        ? row.ToContract()
        : new Person { Id = row.Id, ControllerCode = row.ControllerCode, Etag = Requests.Etag(row.Version) };

    public static PersonDetails ToDetails(this Person person) =>
        new(person.DisplayName, person.GroupId, person.EmployerCode, person.ManagerId, person.ControllerCode);

    public static PersonRecorded ToEvent(this PersonRow row) => new()
    {
        PersonId = row.Id,
        GroupId = row.GroupId,
        EmployerCode = row.EmployerCode,
        ManagerId = row.ManagerId,
        ControllerCode = row.ControllerCode,
    };

    /// <summary>A statement with the audience that it has in the end.</summary>
    public static ReadinessStatement ToContract(this ReadinessStatementRow row, Audience audience) => new()
    {
        Id = row.Id,
        PersonId = row.PersonId,
        Family = row.Family,
        Level = row.Level.ToContract(),
        Readiness = row.Earliest is null && row.Latest is null
            ? null
            : new Types.V1.Readiness { Earliest = row.Earliest.ToDate(), Latest = row.Latest.ToDate() },
        Source = row.Source.ToContract(),
        StatedOn = row.StatedOn.ToDate(),
        Audience = audience.ToContract(),
    };

    /// <summary>The statement that a request makes.</summary>
    /// <param name="statement">The request's.</param>
    /// <param name="source">Who makes it.</param>
    /// <param name="audience">The audience it is given.</param>
    /// <param name="today">Today, and the day of a statement that names none.</param>
    public static Domain.ReadinessStatement ToDomain(
        this ReadinessStatement statement, Domain.StatementSource source, Audience audience, DateOnly today)
    {
        var readiness = new Domain.Readiness(
            statement.Readiness?.Earliest.ToDay("statement.readiness.earliest"),
            statement.Readiness?.Latest.ToDay("statement.readiness.latest"));
        var statedOn = statement.StatedOn.ToDay("statement.stated_on") ?? today;
        return new(statement.Family, statement.Level.ToDomain(), readiness, source, statedOn, today, audience);
    }

    /// <summary>An intention with the audience that the person chose.</summary>
    public static V1.LeavingIntention ToContract(this LeavingIntentionRow row, Audience audience) => new()
    {
        PersonId = row.PersonId,
        Earliest = row.Earliest.ToDate(),
        Latest = row.Latest.ToDate(),
        StatedOn = row.StatedOn.ToDate(),
        Audience = audience.ToContract(),
    };

    public static SharingChoice ToContract(this SharingChoiceRow row) => new()
    {
        PersonId = row.PersonId,
        Subject = row.Subject,
        Audience = row.Audience.ToContract(),
        ChosenOn = row.ChosenOn.ToDate(),
    };

    public static RecordRead ToContract(this RecordReadRow row) => new()
    {
        ReaderId = row.ReaderId,
        Role = row.Role,
        Method = row.Method,
        Time = Timestamp.FromDateTimeOffset(row.Time),
    };
}
