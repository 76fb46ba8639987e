namespace Talent.Succession.Storage;

/// <summary>A group as Roles tells.</summary>
public sealed class RolesGroupRow
{
    /// <summary>Identity.</summary>
    public required string Id { get; init; }

    /// <summary>Code of the region its return goes to; empty: not known.</summary>
    public string RegionCode { get; set; } = "";

    /// <summary>The day the group agreed its criticalities; null: not agreed.</summary>
    public DateOnly? CriticalityAgreedOn { get; set; }
}

/// <summary>A post as Roles tells.</summary>
public sealed class RolesPostRow
{
    /// <summary>Identity.</summary>
    public required string Id { get; init; }

    /// <summary>The group it belongs to; empty while only a vacancy of it is known.</summary>
    public string GroupId { get; set; } = "";

    /// <summary>The post (talent.roles.v1.Post); empty while only a vacancy of it is known.</summary>
    public byte[] Content { get; set; } = [];

    /// <summary>First day without a substantive holder; null: it has one, or never lost one.</summary>
    public DateOnly? VacantSince { get; set; }
}

/// <summary>An appointment as Roles tells. Its post may not be known yet.</summary>
public sealed class RolesAppointmentRow
{
    /// <summary>Identity.</summary>
    public required string Id { get; init; }

    /// <summary>The post.</summary>
    public required string PostId { get; set; }

    /// <summary>The person.</summary>
    public required string PersonId { get; set; }

    /// <summary>The appointment (talent.roles.v1.Appointment).</summary>
    public required byte[] Content { get; set; }
}

/// <summary>A person as Development tells: no name.</summary>
public sealed class DevelopmentPersonRow
{
    /// <summary>Identity.</summary>
    public required string Id { get; init; }

    /// <summary>The group the person works in; empty: none, or not known.</summary>
    public string GroupId { get; set; } = "";

    /// <summary>The organisation that employs the person; empty: not known.</summary>
    public string EmployerCode { get; set; } = "";
}

/// <summary>A readiness statement that its audience lets the group use.</summary>
public sealed class DevelopmentReadinessRow
{
    /// <summary>Identity of the statement.</summary>
    public required string Id { get; init; }

    /// <summary>The person.</summary>
    public required string PersonId { get; set; }

    /// <summary>The statement (talent.development.v1.ReadinessStatement).</summary>
    public required byte[] Content { get; set; }
}
