namespace Aspire.Hosting.Running;

/// <summary>Finds what a project was built into.</summary>
internal static class ProjectOutput
{
    /// <summary>The assembly of the project, in the same configuration and framework as this host (<c>bin/Debug/net10.0</c>).</summary>
    /// <exception cref="DistributedApplicationException">The project has not been built.</exception>
    public static string Find(string projectPath)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        var assembly = Path.GetFileNameWithoutExtension(projectPath) + ".dll";
        var file = Path.Combine(Path.GetDirectoryName(projectPath)!, "bin", own.Parent!.Name, own.Name, assembly);
        return File.Exists(file)
            ? file
            : throw new DistributedApplicationException($"it has not been built: dotnet build -c {own.Parent.Name} {projectPath}");
    }
}
