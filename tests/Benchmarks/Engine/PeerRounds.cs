namespace Talent.Benchmarks.Engine;

/// <summary>Measures the engine and a peer in turns, as <see cref="AlternatingRounds"/> does, where each side times itself.</summary>
static class PeerRounds
{
    const int Rounds = 15;
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Length = TimeSpan.FromSeconds(1);

    /// <summary>Measures both sides and prints them and their ratio.</summary>
    /// <param name="what">Name of the ratio.</param>
    /// <param name="ours">Our side.</param>
    /// <param name="theirs">The peer.</param>
    /// <param name="agree">Throws when what the two sides found does not agree.</param>
    public static async Task Compare(
        string what, Func<TimeSpan, Task<EngineRound>> ours, Func<TimeSpan, Task<EngineRound>> theirs, Action<double, double> agree)
    {
        var our = await ours(WarmUp);
        var their = await theirs(WarmUp);
        agree(our.Figure, their.Figure);
        var rounds = new List<(double Ours, double Theirs)>();
        for (var round = 0; round < Rounds; round++)
        {
            // Each round begins with the other side.
            if (round % 2 == 0) our = await ours(Length);
            their = await theirs(Length);
            if (round % 2 == 1) our = await ours(Length);
            rounds.Add((our.PerSecond, their.PerSecond));
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{what}: {Environment.ProcessorCount} cores, {Rounds} alternating rounds of {Length.TotalSeconds} s"));
        Console.WriteLine($"  ours:   {Quartiles.Of(rounds.Select(round => round.Ours)).Text("F2")} a second");
        Console.WriteLine($"  theirs: {Quartiles.Of(rounds.Select(round => round.Theirs)).Text("F2")} a second");
        var ratios = Quartiles.Of(rounds.Select(round => round.Ours / round.Theirs));
        Console.WriteLine($"  ratio:  {ratios.Text("F3")}");
        Console.WriteLine(FormattableString.Invariant($"RATIO {what} {ratios.Median:F2}"));
    }
}
