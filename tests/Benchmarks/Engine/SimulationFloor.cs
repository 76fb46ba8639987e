using System.Runtime.InteropServices;
using Talent.Succession.Engine.Simulation;

namespace Talent.Benchmarks.Engine;

/// <summary>
/// The physical limit of a simulation of a group: as many random numbers as its trials need, and the same memory touched, but nothing
/// decided. A trial starts from a copy of the state, draws, looks a time up in a table for every number, writes it to a post, and adds all
/// posts up at its end.
/// </summary>
sealed class SimulationFloor
{
    const ulong Golden = 0x9E3779B97F4A7C15;
    const int TablePoints = 4096;
    const int Tables = 4;
    const int Block = 64;

    readonly int drawsOfTrial;
    readonly PostState[] postsAtFirst;
    readonly PersonState[] peopleAtFirst;
    readonly float[] tables = new float[Tables * TablePoints];

    /// <param name="played">What the group came to, which says how many numbers a trial draws.</param>
    /// <param name="people">How many people hold its posts or are named for them.</param>
    public SimulationFloor(SimulationResult played, int people)
    {
        // A holder's exit; for a vacancy the time to fill, the next holder's stay, and the answer of whoever takes over. Answers that were
        // no and days of readiness come on top in the simulation and are left out here, which makes the limit harder to reach.
        drawsOfTrial = (int)played.Posts.Sum(post => 1 + (post.Vacancies * (2 + (1 - post.FromOutside))));
        postsAtFirst = new PostState[played.Posts.Count];
        peopleAtFirst = new PersonState[people];
        for (var at = 0; at < tables.Length; at++) tables[at] = 1 + (at % 1000);
    }

    /// <summary>Plays a number of trials and returns what they come to, so that nothing is left out.</summary>
    public double Run(ulong seed, int trials, int threads)
    {
        var losses = new long[trials];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, worker =>
        {
            var posts = new PostState[postsAtFirst.Length];
            var people = new PersonState[peopleAtFirst.Length];
            for (var block = worker; block * Block < trials; block += threads)
            {
                for (var trial = block * Block; trial < Math.Min(trials, (block + 1) * Block); trial++)
                    losses[trial] = Play(Mix(Mix(seed) + ((ulong)trial * Golden)), posts, people);
            }
        });
        return losses.Average();
    }

    long Play(ulong trial, PostState[] posts, PersonState[] people)
    {
        postsAtFirst.CopyTo(posts, 0);
        peopleAtFirst.CopyTo(people, 0);
        for (var draw = 0; draw < drawsOfTrial; draw++)
        {
            var number = Mix(trial ^ ((ulong)draw * Golden));
            var days = tables[(int)(number >> 50) % tables.Length];
            posts[draw % posts.Length].Uncovered += (int)days;
            people[draw % people.Length].ExitDay = (int)days;
        }

        var loss = 0L;
        foreach (ref readonly var post in posts.AsSpan()) loss += post.Uncovered;
        return loss;
    }

    static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    // As large as the engine's own state of a post and of a person.
    [StructLayout(LayoutKind.Sequential, Size = 44)]
    struct PostState
    {
        public int Uncovered;
    }

    [StructLayout(LayoutKind.Sequential, Size = 20)]
    struct PersonState
    {
        public int ExitDay;
    }
}
