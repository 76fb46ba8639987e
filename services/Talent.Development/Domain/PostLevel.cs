namespace Talent.Development.Domain;

/// <summary>Tier of posts that a readiness statement is about.</summary>
public enum PostLevel
{
    /// <summary>Every tier.</summary>
    Every,

    /// <summary>Leads several trusts.</summary>
    Group,

    /// <summary>Leads one trust.</summary>
    Trust,

    /// <summary>Leads a hospital or site.</summary>
    Site,

    /// <summary>Leads a division or directorate.</summary>
    Division,
}
