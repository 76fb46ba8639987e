using System.Runtime.InteropServices;

namespace Talent.Succession.Engine.Simulation;

/// <summary>Where a post stands in a trial, and what has become of it so far.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct SeatState
{
    /// <summary>Number of holders.</summary>
    public int Heads;

    /// <summary>Who holds it.</summary>
    public int Holder;

    /// <summary>The day it fell vacant, or less than 0.</summary>
    public int VacantFrom;

    /// <summary>The nomination that will fill it, or a newcomer.</summary>
    public int Pending;

    /// <summary>The chain its vacancy belongs to.</summary>
    public int Chain;

    /// <summary>How often a successor was looked for.</summary>
    public int Searches;

    /// <summary>How often it has fallen vacant.</summary>
    public int Vacancies;

    /// <summary>The day it fell vacant for the first time, where it did.</summary>
    public int FirstVacancy;

    /// <summary>Days without a holder, of vacancies that have ended.</summary>
    public int Uncovered;

    /// <summary>Those with interim cover.</summary>
    public int InterimDays;

    /// <summary>Somebody stands in.</summary>
    public bool Interim;

    /// <summary>It was vacant for long at least once.</summary>
    public bool WasLong;

    /// <summary>Ends the vacancy.</summary>
    /// <param name="day">The day the next holder takes up.</param>
    /// <param name="longVacancy">Days beyond which a vacancy is long.</param>
    public void Close(int day, int longVacancy)
    {
        var days = day - VacantFrom;
        Uncovered += days;
        if (Interim) InterimDays += days;
        WasLong |= days > longVacancy;
        VacantFrom = -1;
    }
}
