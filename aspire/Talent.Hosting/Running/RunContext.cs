namespace Aspire.Hosting.Running;

/// <summary>What every resource of a run shares.</summary>
/// <param name="Execution">Whether the application runs or is published.</param>
/// <param name="Folder">The folder of the run.</param>
/// <param name="Volumes">What outlives the run.</param>
/// <param name="Log">The merged log.</param>
internal sealed record RunContext(
    DistributedApplicationExecutionContext Execution, RunFolder Folder, VolumeFolder Volumes, ConsoleLog Log);
