using System.Runtime.Intrinsics;
using Talent.Succession.Engine.Simulation;

namespace Talent.Benchmarks.Engine;

/// <summary>
/// The physical limit of a simulation of a group: it draws as many random numbers as the trials, with the same code, and touches the same
/// memory, but decides nothing. What it does is known beforehand, so that no branch is missed and no result is waited
/// for.
/// <list type="bullet">
/// <item>A trial begins with a copy of the state of seats and people, and with one number for each person, row of candidates and post,
/// drawn in vectors. For each person a time is looked up and two numbers are kept; for each row two days are kept. Each holder is entered
/// in the agenda.</item>
/// <item>Each vacancy takes one entry from the agenda, reads the rows of a post and when their people are available, looks up two times,
/// draws one number for the next search and one for each row of it, enters two things and who took over, and counts in the tallies.</item>
/// <item>A trial ends with the sums of all posts, the changes of all days and the lengths of all chains.</item>
/// </list>
/// Searches that begin again, and what is taken from one day of the agenda to another, come on top in the simulation and are left out here,
/// which makes the limit harder to reach.
/// </summary>
sealed class SimulationFloor
{
    const int Block = 16;
    const int RowsAtOnce = 4;

    readonly FloorSize size;
    readonly ulong[] personStreams;
    readonly ulong[] rowStreams;
    readonly ulong[] postStreams;
    readonly DayTables stays = new(stepBits: 10);
    readonly DayTables waits = WaitingTime.Tables();
    readonly int[] tables;
    readonly int recruitment;

    /// <param name="played">What the group came to, which says how many vacancies a trial has.</param>
    /// <param name="people">How many people hold its posts or are named for them.</param>
    /// <param name="names">How many nominations a post has.</param>
    public SimulationFloor(SimulationResult played, int people, int names)
    {
        var vacancies = played.Posts.Sum(post => post.Vacancies);
        var chainLength = played.ChainLengths.Select((share, at) => share * (at + 1)).Sum();
        size = new FloorSize(
            played.Posts.Count, people, (names + RowsAtOnce) / RowsAtOnce * RowsAtOnce,
            (int)Math.Round(played.Model.Years * TenureHazard.DaysPerYear), (int)vacancies, (int)(vacancies / chainLength));
        (personStreams, rowStreams, postStreams) = (Streams(people), Streams(size.Posts * size.RowsOfPost), Streams(size.Posts));
        // The hazards of four families and of those who hold no post.
        tables = [.. Enumerable.Range(0, 5).Select(_ => stays.Add(point => 1 + (point * 7 % size.Days)))];
        recruitment = waits.Add(point => 1 + (point * 7 % size.Days));
    }

    /// <summary>Plays a number of trials and returns what they come to, so that nothing is left out.</summary>
    public double Run(ulong seed, int trials, int threads)
    {
        var losses = new long[trials];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, worker =>
        {
            var memory = new FloorMemory(size);
            for (var block = worker; block * Block < trials; block += threads)
            {
                for (var trial = block * Block; trial < Math.Min(trials, (block + 1) * Block); trial++)
                {
                    var draws = new Draws(seed, trial);
                    Begin(draws, memory);
                    for (var vacancy = 0; vacancy < size.Vacancies; vacancy++) Fill(vacancy, draws, memory);
                    losses[trial] = memory.End();
                }
            }
        });
        return losses.Average();
    }

    static ulong[] Streams(int count)
    {
        var streams = new ulong[Lanes.Padded(count)];
        for (var at = 0; at < count; at++) streams[at] = Draws.Stream("floor", [$"{at}"]);
        return streams;
    }

    void Begin(in Draws draws, FloorMemory memory)
    {
        memory.Clear();
        draws.First(personStreams, memory.PersonNumbers);
        draws.First(postStreams, memory.PostNumbers);
        for (var row = 0; row < rowStreams.Length; row += Vector512<int>.Count)
        {
            var those = draws.First(Vector512.Create(rowStreams, row + Vector512<ulong>.Count));
            var days = Vector512.Narrow(draws.First(Vector512.Create(rowStreams, row)) >>> 52, those >>> 52).AsInt32();
            days.CopyTo(memory.Ready, row);
            days.CopyTo(memory.Offers, row);
        }

        for (int person = 0, table = 0; person < size.People; person++, table++)
        {
            if (table == tables.Length) table = 0;
            var day = DayTables.NearestDay(stays.At(tables[table], Draws.Upper(memory.PersonNumbers[person])));
            memory.ExitDays[person] = day;
            memory.Available[person] = (ulong)day << 32;
            if (person < size.Posts) memory.Enter(day, person);
        }
    }

    void Fill(int vacancy, in Draws draws, FloorMemory memory)
    {
        var post = memory.Take(vacancy);
        ref var seat = ref memory.Seats[post];
        var row = post * size.RowsOfPost;
        var available = 0UL;
        for (var at = row; at < row + size.RowsOfPost; at++)
            available ^= memory.Available[memory.PersonOf[at]] + (uint)memory.Offers[at];
        ref var number = ref memory.PostNumbers[post];
        var wait = DayTables.NearestDay(waits.At(recruitment, Draws.Upper(number)));
        var stay = DayTables.NearestDay(stays.At(tables[post & 3], Draws.Lower(number)));
        number = draws.Next(postStreams[post], ++seat.Searches);
        for (var at = row; at < row + size.RowsOfPost; at += RowsAtOnce)
        {
            var answers = draws.Next(Vector256.Create(rowStreams, at), seat.Searches) >>> 52;
            Vector128.Narrow(answers.GetLower(), answers.GetUpper()).AsInt32().CopyTo(memory.Offers, at);
        }

        var person = memory.PersonOf[row];
        memory.Available[person] = available + (ulong)stay;
        memory.PostOf[person] = post;
        (seat.Chain, seat.FilledFrom, seat.Holder) = (stay, wait, person);
        memory.Enter(stay, post);
        memory.Enter(wait, post);
        memory.Count(vacancy, post, row, wait, stay);
    }

    /// <summary>How much there is of everything.</summary>
    /// <param name="Posts">Posts.</param>
    /// <param name="People">People.</param>
    /// <param name="RowsOfPost">Rows of candidates of a post.</param>
    /// <param name="Days">Days of a trial.</param>
    /// <param name="Vacancies">Vacancies of a trial.</param>
    /// <param name="Chains">Chains of a trial.</param>
    sealed record FloorSize(int Posts, int People, int RowsOfPost, int Days, int Vacancies, int Chains);

    /// <summary>The memory of a worker: arrays as large as the engine's own.</summary>
    sealed class FloorMemory
    {
        const int DaysOfWord = 64;

        readonly int daysBetween;
        readonly SeatState[] seatsAtFirst;
        readonly int[] postOfAtFirst;
        readonly ulong[] sums;
        readonly int[] interimDays;
        readonly long[][] tallies;
        readonly long[] fills;
        readonly long[] firstVacancies;
        readonly long[] chainHistogram;
        readonly int[] chains;
        readonly int[] changes;
        readonly int firstDay;
        readonly int[] following;
        readonly int[] preceding;
        readonly ulong[] busy;
        int next;

        public FloorMemory(FloorSize size)
        {
            daysBetween = size.Days / size.Vacancies;
            var rows = Lanes.Padded(size.Posts * size.RowsOfPost);
            (Seats, seatsAtFirst) = (new SeatState[size.Posts + 1], new SeatState[size.Posts + 1]);
            (PostOf, postOfAtFirst) = (new int[size.People], new int[size.People]);
            (PersonNumbers, PostNumbers) = (new ulong[Lanes.Padded(size.People)], new ulong[Lanes.Padded(size.Posts)]);
            (ExitDays, Available) = (new int[size.People], new ulong[size.People]);
            (Ready, Offers, PersonOf) = (new int[rows], new int[rows], new int[rows]);
            for (var row = 0; row < rows; row++) PersonOf[row] = row * 7 % size.People;
            (sums, interimDays) = (new ulong[Lanes.Padded(size.Posts)], new int[Lanes.Padded(size.Posts)]);
            tallies = [.. Enumerable.Range(0, 5).Select(_ => new long[sums.Length])];
            (fills, firstVacancies) = (new long[rows], new long[size.Posts * 5]);
            chainHistogram = new long[size.Vacancies + 1];
            (chains, changes) = (new int[size.Chains], new int[Lanes.Padded(size.Days + 1)]);
            firstDay = size.Posts;
            (following, preceding) = (new int[firstDay + size.Days + 1], new int[size.Posts]);
            busy = new ulong[(size.Days / DaysOfWord) + 1];
        }

        public SeatState[] Seats { get; }

        public int[] PostOf { get; }

        public ulong[] PersonNumbers { get; }

        public ulong[] PostNumbers { get; }

        public int[] ExitDays { get; }

        public ulong[] Available { get; }

        public int[] Ready { get; }

        public int[] Offers { get; }

        public int[] PersonOf { get; }

        public void Clear()
        {
            seatsAtFirst.CopyTo(Seats, 0);
            postOfAtFirst.CopyTo(PostOf, 0);
            Array.Clear(sums);
            Array.Clear(interimDays);
            Array.Clear(chains);
            next = 0;
        }

        public void Enter(int day, int what)
        {
            ref var head = ref following[firstDay + day];
            (following[what], preceding[head], preceding[what]) = (head, what, day);
            head = what;
            busy[(int)((uint)day / DaysOfWord)] |= 1UL << day;
        }

        // The list and the bit of its day are emptied; which day it is, and whose turn, is not found out.
        public int Take(int vacancy)
        {
            var day = vacancy * daysBetween;
            (following[firstDay + day], busy[day / DaysOfWord]) = (0, 0);
            if (next == firstDay) next = 0;
            return next++;
        }

        public void Count(int vacancy, int post, int row, int from, int until)
        {
            changes[from]++;
            changes[until]--;
            sums[post] += (uint)until;
            fills[row]++;
            firstVacancies[post]++;
            chains[Math.Min(vacancy, chains.Length - 1)]++;
        }

        public long End()
        {
            var most = Vector512<int>.Zero;
            for (var day = 0; day < changes.Length; day += Vector512<int>.Count)
            {
                most += Vector512.Create(changes, day);
                Vector512<int>.Zero.CopyTo(changes, day);
            }

            foreach (var length in chains) chainHistogram[length]++;
            var loss = Vector512<long>.Zero;
            for (var post = 0; post < sums.Length; post += Vector512<long>.Count)
            {
                var sum = Vector512.Create(sums, post).AsInt64();
                loss += sum + Vector512.WidenLower(Vector256.Create(interimDays, post).ToVector512());
                foreach (var tally in tallies) (Vector512.Create(tally, post) + sum).CopyTo(tally, post);
            }

            return Vector512.Sum(loss) + Vector512.Sum(most);
        }
    }
}
