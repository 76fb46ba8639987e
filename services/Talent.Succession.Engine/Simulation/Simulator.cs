namespace Talent.Succession.Engine.Simulation;

/// <summary>Plays trials of a group. The same model, seed and number of trials give the same result on any number of threads.</summary>
public static class Simulator
{
    private const int BlockSize = 16;

    /// <summary>Plays a number of trials.</summary>
    /// <param name="model">The group.</param>
    /// <param name="seed">Which random numbers; scenarios that are compared take the same.</param>
    /// <param name="trials">How many, 1 or more.</param>
    /// <param name="threads">How many at once, 1 or more.</param>
    /// <param name="cancellation">Gives up.</param>
    public static SimulationResult Run(
        SimulationModel model, ulong seed, int trials, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Run(model, seed, trials, threads, null, cancellation);
    }

    /// <summary>
    /// The same, and keeps the days of each post trial by trial, which a comparison needs: four bytes for each post and trial.
    /// </summary>
    /// <param name="model">The group.</param>
    /// <param name="seed">Which random numbers; scenarios that are compared take the same.</param>
    /// <param name="trials">How many, 1 or more.</param>
    /// <param name="threads">How many at once, 1 or more.</param>
    /// <param name="cancellation">Gives up.</param>
    public static SimulationResult RunToCompare(
        SimulationModel model, ulong seed, int trials, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        return Run(model, seed, trials, threads, new DaysByTrial(trials, model.Seats.Count), cancellation);
    }

    /// <summary>Plays one trial step by step. It is the same as among the trials of <see cref="Run(SimulationModel, ulong, int, int,
    /// CancellationToken)"/> with that seed.</summary>
    /// <param name="model">The group.</param>
    /// <param name="seed">Which random numbers.</param>
    /// <param name="trial">Which trial, from 0.</param>
    public static PlayedTrial Watch(SimulationModel model, ulong seed, int trial)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegative(trial);
        var recorder = new StepRecorder(model);
        var tally = new Tally(model);
        var loss = new Trial<StepRecorder>(model, tally, null, recorder).Play(seed, trial);
        // A part of a post that serves one board counts by its share.
        var equal = model.Played.Seats.Select((seat, place) => seat.Share * tally.UncoveredDays[place]).Sum();
        return new PlayedTrial(seed, trial, loss, recorder.Steps) { LossWithEqualWeights = (long)Math.Round(equal) };
    }

    private static SimulationResult Run(
        SimulationModel model, ulong seed, int trials, int threads, DaysByTrial? kept, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var losses = new long[trials];
        var total = new Tally(model);
        var nextBlock = -1;
        void Work()
        {
            var tally = new Tally(model);
            var trial = new Trial<NobodyWatches>(model, tally, kept, default);
            for (int block; (block = Interlocked.Increment(ref nextBlock)) * (long)BlockSize < trials;)
            {
                cancellation.ThrowIfCancellationRequested();
                var end = Math.Min(trials, (block + 1) * BlockSize);
                for (var number = block * BlockSize; number < end; number++) losses[number] = trial.Play(seed, number);
            }

            lock (total) total.Add(tally);
        }

        if (threads == 1) Work();
        else Parallel.For(0, threads, new ParallelOptions { CancellationToken = cancellation }, _ => Work());
        return new SimulationResult(model, seed, total, losses, kept);
    }
}
