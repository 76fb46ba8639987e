using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;

namespace Aspire.Hosting;

/// <summary>Projects of the solution.</summary>
public static class ProjectResourceBuilderExtensions
{
    /// <summary>Adds a project; its endpoints come from its Kestrel configuration, or else from its launch profile.</summary>
    /// <typeparam name="TProject">The generated type of the project.</typeparam>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new() =>
        builder.AddProject(name, new TProject().ProjectPath);

    /// <summary>Adds a project with a launch profile; null for none.</summary>
    /// <typeparam name="TProject">The generated type of the project.</typeparam>
    /// <exception cref="DistributedApplicationException">The project has no such profile.</exception>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(
        this IDistributedApplicationBuilder builder, string name, string? launchProfileName)
        where TProject : IProjectMetadata, new() =>
        builder.AddProject(name, new TProject().ProjectPath, launchProfileName);

    /// <summary>Adds a project and says which of its own settings count.</summary>
    /// <typeparam name="TProject">The generated type of the project.</typeparam>
    /// <exception cref="DistributedApplicationException">The project has no such profile.</exception>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(
        this IDistributedApplicationBuilder builder, string name, Action<ProjectResourceOptions> configure)
        where TProject : IProjectMetadata, new() =>
        builder.AddProject(name, new TProject().ProjectPath, configure);

    /// <summary>Adds the project of a project file.</summary>
    public static IResourceBuilder<ProjectResource> AddProject(
        this IDistributedApplicationBuilder builder, string name, string projectPath) =>
        builder.AddProject(name, projectPath, _ => { });

    /// <summary>Adds the project of a project file with a launch profile; null for none.</summary>
    /// <exception cref="DistributedApplicationException">The project has no such profile.</exception>
    public static IResourceBuilder<ProjectResource> AddProject(
        this IDistributedApplicationBuilder builder, string name, string projectPath, string? launchProfileName) =>
        builder.AddProject(name, projectPath, options =>
        {
            options.ExcludeLaunchProfile = launchProfileName is null;
            options.LaunchProfileName = launchProfileName;
        });

    /// <summary>Adds the project of a project file and says which of its own settings count.</summary>
    /// <exception cref="DistributedApplicationException">The project has no such profile.</exception>
    public static IResourceBuilder<ProjectResource> AddProject(
        this IDistributedApplicationBuilder builder, string name, string projectPath, Action<ProjectResourceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new ProjectResourceOptions();
        configure(options);
        var path = Path.GetFullPath(projectPath, builder.AppHostDirectory);
        if (!File.Exists(path))
            throw new DistributedApplicationException($"{name}: there is no project file {path}.");
        var profile = LaunchProfile.Choose(path, options, builder.Configuration["DOTNET_LAUNCH_PROFILE"]);
        var project = new ProjectResource(name) { ProjectPath = path };
        var kestrel = options.ExcludeKestrelEndpoints
            ? []
            : KestrelEndpoints.Read(path, profile?.Variables.GetValueOrDefault("ASPNETCORE_ENVIRONMENT"));
        project.Endpoints.AddRange(kestrel.Count > 0 ? kestrel : profile?.Endpoints() ?? []);
        ProjectEnvironment.Describe(project, profile, builder.Configuration);
        return builder.AddResource(project);
    }

    /// <summary>Runs the project as several processes behind one address, which takes turns.</summary>
    /// <param name="builder">The project.</param>
    /// <param name="replicas">The number of processes, at least one.</param>
    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
        builder.Resource.Replicas = replicas;
        return builder;
    }
}
