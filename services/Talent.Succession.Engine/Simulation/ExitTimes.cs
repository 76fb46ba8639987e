namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// Times in post until the exit, tabulated by the part of all holders who stay longer. Where few are left, and the points too far apart,
/// they are computed, but for those that lie beyond the horizon anyway.
/// </summary>
internal sealed class ExitTimes
{
    private const int StepBits = 10;
    private const int ComputedPoints = 16;
    private const double Never = 1e8;

    private readonly DayTables tables = new(StepBits);
    private readonly Dictionary<int, TenureHazard> hazards = [];
    private readonly int days;

    /// <param name="days">The horizon.</param>
    public ExitTimes(int days) => this.days = days;

    /// <summary>Adds the exits of a hazard and returns their table.</summary>
    public int Add(TenureHazard hazard)
    {
        var table = tables.Add(point => Days(hazard, (double)Math.Max(point, 1) / tables.Steps));
        hazards.Add(table, hazard);
        return table;
    }

    /// <summary>A share has so many bits between one point of a table and the next.</summary>
    public static int RestBits => 32 - StepBits;

    private static uint ComputedBelow => (uint)ComputedPoints << RestBits;

    /// <summary>Whether a table says too little of a part of all holders.</summary>
    public static bool IsFar(uint staying) => staying < ComputedBelow;

    /// <summary>Whole days until the exit of somebody who takes up a post, at least 1; beyond the horizon they are not exact.</summary>
    /// <param name="table">The hazard.</param>
    /// <param name="staying">The part of all holders who stay longer, times 2^32.</param>
    public int After(int table, uint staying) =>
        Branchless.Max(1, DayTables.DayAfter(IsFar(staying) ? FarParts(table, Draws.Share(staying), 0) : tables.At(table, staying)));

    /// <summary>The point of a table before a share.</summary>
    /// <param name="table">The hazard.</param>
    /// <param name="staying">The part of all holders who stay longer, times 2^32.</param>
    public ulong Before(int table, uint staying) => tables.Before(table, staying);

    /// <summary>Days until the exit, in parts, where the table says too little.</summary>
    /// <param name="table">The hazard.</param>
    /// <param name="staying">The part of all holders who stay longer.</param>
    /// <param name="served">How long the holder has been in post, in parts; beyond that and the horizon the days are not exact.</param>
    public int FarParts(int table, double staying, int served)
    {
        var least = tables.At(table, ComputedBelow);
        return DayTables.DayAfter(least - served) > days ? least : DayTables.Parts(Days(hazards[table], staying));
    }

    private static double Days(TenureHazard hazard, double staying) =>
        Math.Min(Never, hazard.YearsUntil(-Math.Log(staying)) * TenureHazard.DaysPerYear);
}
