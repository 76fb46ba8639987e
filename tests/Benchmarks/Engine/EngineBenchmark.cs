namespace Talent.Benchmarks.Engine;

/// <summary>The succession engine beside the libraries that others would use, on the same input files.</summary>
static class EngineBenchmark
{
    public static async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("talent-engine-").FullName;
        try
        {
            SizeBenchmark.Run();
            await AssignmentBenchmark.Run(folder);
            await SimulationBenchmark.Run(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
