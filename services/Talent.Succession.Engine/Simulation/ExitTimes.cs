namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// Days in post until the exit, tabulated by the part of all holders who stay longer, so that a draw is one look-up. Between the points it is
/// straight; where few are left, and the points too far apart, it is computed.
/// </summary>
internal sealed class ExitTimes
{
    private const int Points = 4096;
    private const int ComputedBelow = 16;
    private const double Never = 1e8;

    private readonly TenureHazard hazard;
    private readonly float[] days = new float[Points + 1];

    public ExitTimes(TenureHazard hazard)
    {
        this.hazard = hazard;
        for (var point = 1; point <= Points; point++) days[point] = (float)Computed((double)point / Points);
        days[0] = days[1];
    }

    /// <summary>Days in post after which a part of all holders are still there.</summary>
    /// <param name="staying">The part, above 0 and at most 1.</param>
    public double At(double staying)
    {
        var place = staying * Points;
        var point = (int)place;
        if (point < ComputedBelow) return Computed(staying);
        return point < Points ? days[point] + ((days[point + 1] - days[point]) * (place - point)) : days[Points];
    }

    private double Computed(double staying) => Math.Min(Never, hazard.YearsUntil(-Math.Log(staying)) * TenureHazard.DaysPerYear);
}
