namespace Talent.ServiceDefaults;

/// <summary>What a call may do. Every gRPC method and page names one; who holds it is in <see cref="RolePermissions"/>.</summary>
public enum Permission
{
    /// <summary>Read organisations, their successions and groups, and how well forecasts fit what is published of all of them.</summary>
    ReadRegister,

    /// <summary>Record organisations and form or change groups.</summary>
    WriteRegister,

    /// <summary>Start imports and read their reports.</summary>
    RunImports,

    /// <summary>Read posts with their appointments and vacancies.</summary>
    ReadPosts,

    /// <summary>Create, change and share posts.</summary>
    WritePosts,

    /// <summary>Read the appointments of one person.</summary>
    ReadAppointments,

    /// <summary>Appoint people and end appointments.</summary>
    WriteAppointments,

    /// <summary>Read people's names and where they work.</summary>
    ReadPeople,

    /// <summary>Record people and change their records.</summary>
    WritePeople,

    /// <summary>Erase people's records.</summary>
    ErasePeople,

    /// <summary>Read which erasures are complete. They name nobody: ids and reasons are left.</summary>
    ReadErasures,

    /// <summary>Read readiness statements, each by its audience.</summary>
    ReadReadiness,

    /// <summary>State when a person is expected to be ready; of oneself, also when one intends to leave.</summary>
    StateReadiness,

    /// <summary>Read what only the person may read of the own record: sharing choices, and who read it.</summary>
    ReadOwnRecord,

    /// <summary>Choose who may see what of the own record.</summary>
    ShareOwnRecord,

    /// <summary>Read who is named for which post.</summary>
    ReadNominations,

    /// <summary>Name successors, change and withdraw nominations.</summary>
    WriteNominations,

    /// <summary>Read boards and outlooks: coverage, risk, what would follow a vacancy.</summary>
    ReadBoards,

    /// <summary>Read the flags of a group.</summary>
    ReadFlags,

    /// <summary>Record what was discussed with the holder about a flag.</summary>
    DiscussFlags,

    /// <summary>Read the event log of a service.</summary>
    ReadFeed,

    /// <summary>Run commands that events set off.</summary>
    React,

    /// <summary>Read who may sign in with which roles, grant roles and end them.</summary>
    GrantAccess,

    /// <summary>Read and tend the operation of the system: health, stalled projections.</summary>
    Operate,
}
