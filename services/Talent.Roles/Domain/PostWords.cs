namespace Talent.Roles.Domain;

/// <summary>The tier that a post belongs to. Names and numbers are those of the contract.</summary>
public enum Level
{
    /// <summary>Not known.</summary>
    Unspecified = 0,

    /// <summary>Leads several trusts.</summary>
    Group = 1,

    /// <summary>Leads one trust.</summary>
    Trust = 2,

    /// <summary>Leads a hospital or site.</summary>
    Site = 3,

    /// <summary>Leads a division or directorate.</summary>
    Division = 4,
}

/// <summary>How a person holds a post. Names and numbers are those of the contract.</summary>
public enum AppointmentKind
{
    /// <summary>Not known.</summary>
    Unspecified = 0,

    /// <summary>Holds it in their own right.</summary>
    Substantive = 1,

    /// <summary>Brought in while it is vacant.</summary>
    Interim = 2,

    /// <summary>Steps up from another post.</summary>
    Acting = 3,

    /// <summary>Lent by another employer.</summary>
    Secondment = 4,
}

/// <summary>On what basis a person serves an organisation. Names and numbers are those of the contract.</summary>
public enum EngagementBasis
{
    /// <summary>Not known.</summary>
    Unspecified = 0,

    /// <summary>Employed by it.</summary>
    Employed = 1,

    /// <summary>Seconded to it.</summary>
    Seconded = 2,

    /// <summary>Holds an honorary contract with it.</summary>
    Honorary = 3,

    /// <summary>Holds an office in it.</summary>
    OfficeHolder = 4,
}

/// <summary>Why an appointment ended. Names and numbers are those of the contract.</summary>
public enum EndReason
{
    /// <summary>Not known.</summary>
    Unspecified = 0,

    /// <summary>The person resigned.</summary>
    Resigned = 1,

    /// <summary>The person retired.</summary>
    Retired = 2,

    /// <summary>The term came to its end.</summary>
    TermEnded = 3,

    /// <summary>The person moved to another post of the group.</summary>
    MovedWithinGroup = 4,

    /// <summary>The person moved to another organisation.</summary>
    MovedElsewhere = 5,

    /// <summary>The post or the organisation came to its end.</summary>
    PostEnded = 6,

    /// <summary>Cover was no longer needed.</summary>
    CoverEnded = 7,

    /// <summary>Another reason.</summary>
    Other = 8,
}
