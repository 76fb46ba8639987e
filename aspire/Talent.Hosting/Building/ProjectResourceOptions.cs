namespace Aspire.Hosting;

/// <summary>Which of a project's own settings decide how it runs.</summary>
public class ProjectResourceOptions
{
    /// <summary>The launch profile to use; null for the AppHost's own, or else the first that starts the project.</summary>
    public string? LaunchProfileName { get; set; }

    /// <summary>Whether the launch profiles are ignored, their addresses and their variables.</summary>
    public bool ExcludeLaunchProfile { get; set; }

    /// <summary>Whether the endpoints of the project's Kestrel configuration are ignored.</summary>
    public bool ExcludeKestrelEndpoints { get; set; }
}
