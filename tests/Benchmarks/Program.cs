using Talent.Benchmarks.Calls;
using Talent.Benchmarks.Engine;
using Talent.Benchmarks.Events;

// Each benchmark measures ours beside a peer in this one run and ends with a line "RATIO <name> <number>".
var benchmarks = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["grpc"] = CallBenchmark.Run,
    ["events"] = EventBenchmark.Run,
    ["engine"] = EngineBenchmark.Run,
    ["engine size"] = EngineBenchmark.RunSize,
    ["engine assignment"] = EngineBenchmark.RunAssignment,
    ["engine simulation"] = EngineBenchmark.RunSimulation,
};

if (!benchmarks.TryGetValue(string.Join(' ', args), out var run))
{
    await Console.Error.WriteLineAsync($"usage: tests/bench {string.Join('|', benchmarks.Keys)}");
    return 2;
}

await run();
return 0;
