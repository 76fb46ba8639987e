using Talent.Events.V1;
using Talent.Messaging.Commands;
using Talent.Roles.Domain;
using Talent.Roles.Storage;

namespace Talent.Roles.Api;

/// <summary>Writes organisations, successions and groups with their events; one more version for each event.</summary>
internal static class RegisterChanges
{
    /// <summary>Records an organisation for the first time (version 0), or as it is now.</summary>
    public static void Record(this CommandScope<RolesContext> scope, OrganisationRow row, Organisation organisation)
    {
        if (row.Version == 0)
            scope.Context.Organisations.Add(row);
        row.Write(organisation);
        scope.Append(
            $"organisations/{row.Code}",
            ++row.Version,
            "roles.organisation.recorded.v1",
            new OrganisationRecorded { Organisation = organisation.ToContract() });
    }

    /// <summary>Records a succession; it belongs to the organisation that ended.</summary>
    public static async Task RecordAsync(
        this CommandScope<RolesContext> scope,
        OrganisationRow predecessor,
        OrganisationSuccession succession,
        CancellationToken cancellation)
    {
        var (from, to) = (succession.Predecessor.Value, succession.Successor.Value);
        var row = await scope.Context.OrganisationSuccessions.FindAsync([from, to], cancellation)
            ?? scope.Context.OrganisationSuccessions.Add(new() { Predecessor = from, Successor = to }).Entity;
        (row.HappenedOn, row.Kind) = (succession.Date, (int)succession.Kind);
        scope.Append(
            $"organisations/{from}",
            ++predecessor.Version,
            "roles.succession.recorded.v1",
            new OrganisationSuccessionRecorded { Succession = succession.ToContract() });
    }

    /// <summary>Records a group for the first time (version 0), or as it is now.</summary>
    public static CommandOutcome Record(this CommandScope<RolesContext> scope, GroupRow row, Group group)
    {
        var type = row.Version == 0 ? "roles.group.formed.v1" : "roles.group.changed.v1";
        if (row.Version == 0)
            scope.Context.Groups.Add(row);
        row.Write(group);
        scope.Append($"groups/{row.Id}", ++row.Version, type, new GroupRecorded { Group = group.ToContract() });
        return CommandOutcome.For(row.Id, row.Version);
    }
}
