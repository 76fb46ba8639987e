using System.Globalization;
using Talent.Succession.Engine.Simulation;

namespace Talent.Benchmarks.Engine;

/// <summary>The cascade of a group beside the same model in SimPy, and without a cascade beside NumPy.</summary>
static class SimulationBenchmark
{
    const int Posts = 200;
    const int People = 400;
    const int Names = 3;
    const int Trials = 2000;

    // NumPy works on so many trials at once.
    const int NumPyBlock = 1000;
    const ulong Seed = 7;

    public static async Task Run(string folder)
    {
        var group = new InventedGroup(Posts, People, Names, seed: 1);
        var problem = Path.Combine(folder, "group.json");
        await File.WriteAllTextAsync(problem, group.Problem());
        using (var peer = await PythonPeer.Start("simulation_simpy.py", problem))
        {
            // A trial of SimPy takes long, so its mean is known less well than ours.
            await PeerRounds.Compare("simulation-vs-simpy", Ours(group.Model()), peer.Play, Agree("simulation-vs-simpy", 0.1));
        }

        using (var peer = await PythonPeer.Start("simulation_numpy.py", problem, NumPyBlock.ToString(CultureInfo.InvariantCulture)))
        {
            async Task<EngineRound> PlayBlocks(TimeSpan length)
            {
                var round = await peer.Play(length);
                return round with { Operations = round.Operations * NumPyBlock };
            }

            var ours = Ours(group.Model(cascade: false));
            await PeerRounds.Compare("simulation-vs-numpy", ours, PlayBlocks, Agree("simulation-vs-numpy", 0.02));
        }

        var model = group.Model();
        var floor = new SimulationFloor(Simulator.Run(model, Seed, Trials, Environment.ProcessorCount), People, Names);
        await PeerRounds.Compare(
            "simulation-vs-floor", Ours(model),
            length => Task.FromResult(EngineRound.Play(length, () => floor.Run(Seed, Trials, Environment.ProcessorCount), worth: Trials)),
            (_, _) => { });
    }

    static Func<TimeSpan, Task<EngineRound>> Ours(SimulationModel model)
    {
        var threads = Environment.ProcessorCount;
        return length => Task.FromResult(EngineRound.Play(
            length, () => Simulator.Run(model, Seed, Trials, threads).Loss.Prudent, worth: Trials));
    }

    static Action<double, double> Agree(string what, double within) => (ours, theirs) =>
    {
        Console.WriteLine(FormattableString.Invariant($"{what}: mean weighted uncovered days {ours:F0} ours, {theirs:F0} theirs"));
        if (Math.Abs(ours - theirs) > within * theirs)
            throw new InvalidOperationException($"{what}: the two models do not agree.");
    };
}
