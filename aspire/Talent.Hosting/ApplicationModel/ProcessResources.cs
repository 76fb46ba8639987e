namespace Aspire.Hosting.ApplicationModel;

/// <summary>A .NET project that runs as one process, or as several replicas behind one address.</summary>
/// <param name="name">The name of the resource.</param>
public class ProjectResource(string name)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport
{
    internal string ProjectPath { get; init; } = "";

    internal int Replicas { get; set; } = 1;
}

/// <summary>Any program that runs as one process.</summary>
/// <param name="name">The name of the resource.</param>
/// <param name="command">The program: a path, or a name found on the PATH.</param>
/// <param name="workingDirectory">The folder it starts in.</param>
public class ExecutableResource(string name, string command, string workingDirectory)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport
{
    /// <summary>The program: a path, or a name found on the PATH.</summary>
    public string Command { get; } = command;

    /// <summary>The folder it starts in.</summary>
    public string WorkingDirectory { get; } = workingDirectory;
}

/// <summary>A server that Aspire runs in a container, and this stand-in as a natively installed program.</summary>
public class ContainerResource
    : Resource, IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport
{
    private protected ContainerResource(string name) : base(name)
    {
    }

    /// <summary>The name of the folder that keeps the server's data between runs; null when the data go with the run.</summary>
    internal string? Volume { get; set; }
}
