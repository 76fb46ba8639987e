namespace Aspire.Hosting.ApplicationModel;

/// <summary>An address of a resource as it is shown to the person who runs the application.</summary>
public sealed class ResourceUrlAnnotation
{
    /// <summary>The address; a relative one is taken from the endpoint's.</summary>
    public required string Url { get; set; }

    /// <summary>What to show instead of the bare address; null to show the address.</summary>
    public string? DisplayText { get; set; }
}
