using System.Runtime.InteropServices;

namespace Talent.Succession.Engine.Simulation;

/// <summary>What a number of trials came to for one post.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct PostTally
{
    /// <summary>How often it fell vacant.</summary>
    public long Vacancies;

    /// <summary>Trials in which it was vacant for long at least once.</summary>
    public long LongVacancies;

    /// <summary>Days without a holder.</summary>
    public long UncoveredDays;

    /// <summary>The sum of their squares, trial by trial.</summary>
    public long SquaredUncoveredDays;

    /// <summary>Those days that had interim cover.</summary>
    public long InterimDays;

    /// <summary>Adds a trial.</summary>
    public void Add(in SeatState state)
    {
        Vacancies += state.Vacancies;
        LongVacancies += state.WasLong ? 1 : 0;
        UncoveredDays += state.Uncovered;
        SquaredUncoveredDays += (long)state.Uncovered * state.Uncovered;
        InterimDays += state.InterimDays;
    }

    /// <summary>Adds other trials.</summary>
    public void Add(in PostTally other)
    {
        Vacancies += other.Vacancies;
        LongVacancies += other.LongVacancies;
        UncoveredDays += other.UncoveredDays;
        SquaredUncoveredDays += other.SquaredUncoveredDays;
        InterimDays += other.InterimDays;
    }
}
