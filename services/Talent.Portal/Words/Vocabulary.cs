using Talent.Development.V1;
using Talent.Roles.V1;
using Talent.Succession.V1;
using Talent.Types.V1;

namespace Talent.Portal.Words;

/// <summary>The words on the screen for what the contracts name by code.</summary>
public static class Vocabulary
{
    /// <summary>The tier of a post.</summary>
    public static string Say(Level level) => level switch
    {
        Level.Group => "Group",
        Level.Trust => "Trust",
        Level.Site => "Site",
        Level.Division => "Division",
        _ => "Not known",
    };

    /// <summary>What an organisation is.</summary>
    public static string Say(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Trust => "NHS trust",
        OrganisationKind.FoundationTrust => "NHS foundation trust",
        OrganisationKind.Site => "Hospital or site",
        OrganisationKind.IntegratedCareBoard => "Integrated care board",
        OrganisationKind.Region => "NHS England region",
        OrganisationKind.NationalBody => "National body",
        _ => "Not known",
    };

    /// <summary>A kind of care.</summary>
    public static string Say(Sector sector) => sector switch
    {
        Sector.Acute => "Acute hospitals",
        Sector.MentalHealth => "Mental health",
        Sector.Community => "Community services",
        Sector.Ambulance => "Ambulance services",
        Sector.Specialist => "Specialist hospitals",
        Sector.Integrated => "Several kinds of care together",
        _ => "Not known",
    };

    /// <summary>How a person holds a post.</summary>
    public static string Say(AppointmentKind kind) => kind switch
    {
        AppointmentKind.Substantive => "Substantive",
        AppointmentKind.Interim => "Interim",
        AppointmentKind.Acting => "Acting",
        AppointmentKind.Secondment => "Secondment",
        _ => "Not known",
    };

    /// <summary>On what basis a person serves an organisation.</summary>
    public static string Say(EngagementBasis basis) => basis switch
    {
        EngagementBasis.Employed => "Employed",
        EngagementBasis.Seconded => "Seconded",
        EngagementBasis.Honorary => "Honorary contract",
        EngagementBasis.OfficeHolder => "Office-holder",
        _ => "Not known",
    };

    /// <summary>Why an appointment ended.</summary>
    public static string Say(EndReason reason) => reason switch
    {
        EndReason.Resigned => "The person resigned",
        EndReason.Retired => "The person retired",
        EndReason.TermEnded => "The term came to its end",
        EndReason.MovedWithinGroup => "Moved to another post of the group",
        EndReason.MovedElsewhere => "Moved to another organisation",
        EndReason.PostEnded => "The post or the organisation came to its end",
        EndReason.CoverEnded => "Interim or acting cover was no longer needed",
        EndReason.Other => "Another reason",
        _ => "Not known",
    };

    /// <summary>How a post is covered if it falls vacant.</summary>
    /// <param name="cover">The kind of cover.</param>
    /// <param name="horizonDays">Days within which somebody counted is certainly ready; 0: not known.</param>
    public static string Say(Cover cover, int horizonDays) => cover switch
    {
        Cover.Confirmed => $"Ready {Within(horizonDays)}",
        Cover.NotYetReady => "Named, not yet ready",
        Cover.NeededElsewhere => "Needed elsewhere",
        Cover.NobodyNamed => "Nobody named",
        Cover.RequirementNotMet => "Named, but not eligible",
        _ => "Not known",
    };

    /// <summary>What a kind of cover means, in one sentence.</summary>
    /// <param name="cover">The kind of cover.</param>
    /// <param name="horizonDays">Days within which somebody counted is certainly ready; 0: not known.</param>
    public static string Explain(Cover cover, int horizonDays) => cover switch
    {
        Cover.Confirmed => $"Someone is certainly ready {Within(horizonDays)} and counted for this post alone.",
        Cover.NotYetReady =>
            $"Someone is named and free, but not certainly ready {Within(horizonDays)}, or it is not known when they "
            + "will be ready or whether they meet what the post needs.",
        Cover.NeededElsewhere => "People are named, but all of them are needed for other posts.",
        Cover.NobodyNamed => "Nobody is named for this post.",
        Cover.RequirementNotMet => "People are named, but none of them meets what the post needs.",
        _ => "How this post would be covered is not known.",
    };

    private static string Within(int horizonDays) =>
        horizonDays == 0 ? "within a time that is not known" : $"within {Numbers.Span(horizonDays)}";

    /// <summary>Who may see something.</summary>
    public static string Say(Audience audience) => audience switch
    {
        Audience.MyManager => "My manager",
        Audience.MyGroup => "The HR team of my group",
        Audience.NationalPoolWithoutMyGroup => "The national talent pool, but not my own group",
        Audience.NationalPool => "The national talent pool, and my own group",
        _ => "Only me",
    };

    /// <summary>Who made a readiness statement.</summary>
    public static string Say(StatementSource source) => source switch
    {
        StatementSource.Self => "The person",
        StatementSource.Manager => "Their manager, in a talent conversation",
        StatementSource.Panel => "A nominations or succession panel",
        _ => "Not known",
    };

    /// <summary>Whether a person knows that they are named.</summary>
    public static string Say(Telling telling) => telling switch
    {
        Telling.Told => "Told",
        Telling.Confidential => "Confidential",
        _ => "Not yet told",
    };

    /// <summary>How far an import has come.</summary>
    public static string Say(ImportState state) => state switch
    {
        ImportState.Waiting => "Waiting",
        ImportState.Running => "Running",
        ImportState.Applied => "Applied",
        ImportState.Refused => "Refused: nothing was changed",
        _ => "Not known",
    };

    /// <summary>What a remark of an import report tells.</summary>
    public static string Say(ImportRemarkKind kind) => kind switch
    {
        ImportRemarkKind.Error => "Wrong",
        ImportRemarkKind.Unknown => "Unknown",
        ImportRemarkKind.Created => "Created",
        ImportRemarkKind.Changed => "Changed",
        _ => "Not known",
    };

    /// <summary>Which file an import reads.</summary>
    public static string Say(ImportFileKind kind) => kind switch
    {
        ImportFileKind.TrustRegister => "Register of NHS trusts (etr.csv)",
        ImportFileKind.TrustSuccessions => "Successions of trusts",
        ImportFileKind.IntegratedCareBoards => "Integrated care boards",
        ImportFileKind.Regions => "NHS England regions",
        ImportFileKind.HospitalSites => "Hospital sites",
        ImportFileKind.IntegratedCareBoardSuccessions => "Successions of integrated care boards",
        _ => "Not known",
    };
}
