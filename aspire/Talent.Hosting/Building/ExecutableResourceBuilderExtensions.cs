using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Programs that are no project of the solution.</summary>
public static class ExecutableResourceBuilderExtensions
{
    /// <summary>Adds a program.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The name of the resource.</param>
    /// <param name="command">The program: a path, or a name found on the PATH.</param>
    /// <param name="workingDirectory">The folder it starts in, absolute or relative to the AppHost.</param>
    /// <param name="args">Its arguments.</param>
    public static IResourceBuilder<ExecutableResource> AddExecutable(
        this IDistributedApplicationBuilder builder, string name, string command, string workingDirectory, params string[]? args)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var folder = Path.GetFullPath(workingDirectory, builder.AppHostDirectory);
        return builder.AddResource(new ExecutableResource(name, command, folder)).WithArgs(args ?? []);
    }
}
