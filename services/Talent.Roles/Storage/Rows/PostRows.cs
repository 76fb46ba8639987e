using Talent.Messaging.Storage;

namespace Talent.Roles.Storage;

/// <summary>A post.</summary>
public sealed class PostRow : IVersioned
{
    /// <summary>Its identity.</summary>
    public required string Id { get; init; }

    /// <summary>Identity of its group.</summary>
    public required string GroupId { get; init; }

    /// <summary>Its title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Key of its role family.</summary>
    public string Family { get; set; } = "";

    /// <summary>Number of its tier.</summary>
    public int Level { get; set; }

    /// <summary>Days a week. Null: not known.</summary>
    public double? DaysPerWeek { get; set; }

    /// <summary>From 1 to 5. Null: not known.</summary>
    public int? Criticality { get; set; }

    /// <summary>Whether it is a step for people preparing for larger posts.</summary>
    public bool DevelopmentPost { get; set; }

    /// <summary>Whether it was created around one person. Null: not known.</summary>
    public bool? DesignedAroundPerson { get; set; }

    /// <summary>Identity of the evidence for that. Null: none.</summary>
    public string? DesignedAroundEvidenceId { get; set; }

    /// <summary>First day of its existence.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>First day after its existence. Null: no known end.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <summary>The organisations it serves.</summary>
    public List<PostServedRow> Served { get; } = [];

    /// <summary>Its deputies.</summary>
    public List<PostDeputyRow> Deputies { get; } = [];

    /// <summary>Appointments to it.</summary>
    public List<AppointmentRow> Appointments { get; } = [];
}

/// <summary>An organisation that a post serves.</summary>
public sealed class PostServedRow
{
    /// <summary>Identity of the post.</summary>
    public string PostId { get; set; } = "";

    /// <summary>Place among those served, from 0.</summary>
    public int Place { get; set; }

    /// <summary>Code of the organisation.</summary>
    public string OrganisationCode { get; set; } = "";

    /// <summary>Share of time. Null: not known.</summary>
    public double? Share { get; set; }

    /// <summary>Whether the holder votes on its board.</summary>
    public bool Voting { get; set; }
}

/// <summary>A deputy of a post.</summary>
public sealed class PostDeputyRow
{
    /// <summary>Identity of the post.</summary>
    public string PostId { get; set; } = "";

    /// <summary>Place among the deputies, from 0.</summary>
    public int Place { get; set; }

    /// <summary>Identity of the deputy post.</summary>
    public string DeputyPostId { get; set; } = "";

    /// <summary>Whether its holder has accepted.</summary>
    public bool Accepted { get; set; }

    /// <summary>Identity of the person who accepted. Null: nobody has, or not known.</summary>
    public string? AcceptedByPersonId { get; set; }

    /// <summary>When that person accepted. Null: not known.</summary>
    public DateOnly? AcceptedOn { get; set; }
}
