namespace Talent.Roles.Storage;

/// <summary>A person in a post.</summary>
public sealed class AppointmentRow
{
    /// <summary>Its identity.</summary>
    public required string Id { get; init; }

    /// <summary>Identity of the post.</summary>
    public string PostId { get; set; } = "";

    /// <summary>Identity of the person.</summary>
    public required string PersonId { get; init; }

    /// <summary>Number of how the person holds the post.</summary>
    public int Kind { get; set; }

    /// <summary>First day in post.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>First day after the planned end. Null: none is planned.</summary>
    public DateOnly? PlannedEndOn { get; set; }

    /// <summary>First day after the end. Null: it goes on.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>Number of why it ended.</summary>
    public int EndReason { get; set; }

    /// <summary>The boards it serves.</summary>
    public List<AppointmentTermRow> Terms { get; } = [];
}

/// <summary>The part of an appointment that concerns one board.</summary>
public sealed class AppointmentTermRow
{
    /// <summary>Identity of the appointment.</summary>
    public string AppointmentId { get; set; } = "";

    /// <summary>Place among the boards, from 0.</summary>
    public int Place { get; set; }

    /// <summary>Code of the organisation.</summary>
    public string OrganisationCode { get; set; } = "";

    /// <summary>Number of the basis.</summary>
    public int Basis { get; set; }

    /// <summary>Whether this organisation leads.</summary>
    public bool Lead { get; set; }

    /// <summary>The body that appointed. Null: not known.</summary>
    public string? AppointingBody { get; set; }

    /// <summary>When it approved. Null: not known.</summary>
    public DateOnly? ApprovedOn { get; set; }

    /// <summary>Start of the term clock. Null: not known.</summary>
    public DateOnly? FirstAppointedOn { get; set; }

    /// <summary>First day after the service on this board. Null: it has not ended.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Number of why it ended on this board.</summary>
    public int EndReason { get; set; }
}
