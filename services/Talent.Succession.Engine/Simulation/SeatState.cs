using System.Runtime.InteropServices;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// Where a post stands in a trial. As soon as a vacancy begins it is known who takes over and when, so the state runs ahead of the day:
/// what it says of the holder holds from <see cref="FilledFrom"/> on.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct SeatState
{
    /// <summary>What does not change: beside the rest, so that one place in memory holds all of a post.</summary>
    public Seat Post;

    /// <summary>The chain that the next vacancy belongs to, or less than 0 when it begins one of its own.</summary>
    public int Chain;

    /// <summary>How often a successor was looked for.</summary>
    public int Searches;

    /// <summary>The day from which it is held.</summary>
    public int FilledFrom;

    /// <summary>Who holds it; less than 0 for nobody or a newcomer, who is another for each post.</summary>
    public int Holder;

    /// <summary>The day it fell vacant, where the search begins again.</summary>
    public int VacantFrom;

    /// <summary>Somebody stood in when it fell vacant, where the search begins again.</summary>
    public bool Interim;
}
