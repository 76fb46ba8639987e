namespace Talent.Benchmarks.Engine;

/// <summary>The succession engine beside the libraries that others would use, on the same input files.</summary>
static class EngineBenchmark
{
    public static async Task Run()
    {
        await RunSize();
        await RunAssignment();
        await RunSimulation();
    }

    /// <summary>Countries and single questions alone.</summary>
    public static Task RunSize()
    {
        SizeBenchmark.Run();
        return Task.CompletedTask;
    }

    /// <summary>Assignments and matchings alone.</summary>
    public static Task RunAssignment() => InFolder(AssignmentBenchmark.Run);

    /// <summary>Trials beside their peers alone.</summary>
    public static Task RunSimulation() => InFolder(SimulationBenchmark.Run);

    static async Task InFolder(Func<string, Task> run)
    {
        var folder = Directory.CreateTempSubdirectory("talent-engine-").FullName;
        try
        {
            await run(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
