using Talent.Roles.V1;

namespace Talent.Demonstration.Generation;

/// <summary>An invented trust and its sites.</summary>
/// <param name="Place">The place it is named after.</param>
/// <param name="Organisation">The trust.</param>
/// <param name="Sites">Its sites.</param>
internal sealed record TrustPlan(string Place, Organisation Organisation, IReadOnlyList<SitePlan> Sites)
{
    public string Code => Organisation.Code;

    /// <summary>The body that appoints chairs and non-executives: governors of a foundation trust, NHS England otherwise.</summary>
    public string AppointingBody => Organisation.Kind == OrganisationKind.FoundationTrust ? "council-of-governors" : "nhs-england";
}

/// <summary>An invented hospital or site.</summary>
internal sealed record SitePlan(string Name, Organisation Organisation);
