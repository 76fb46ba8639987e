namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// From when to when somebody may take over a post, in one number that vectors compare at once: the day from which they may move (again) in
/// its lower half, and the day they leave the group, negated, in its upper half. On a day they may when each half is less than the same
/// half of
/// <see cref="Beyond"/>.
/// </summary>
internal static class Availability
{
    public static ulong Of(int freeFrom, int exitDay) => (uint)freeFrom | ((ulong)(uint)-exitDay << 32);

    /// <summary>The first number that is not available on a day.</summary>
    public static ulong Beyond(int day) => Of(day + 1, day);

    public static int ExitDay(ulong availability) => -(int)(availability >> 32);
}
