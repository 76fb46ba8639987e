using System.Runtime.Intrinsics;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// Times at equally likely points, one table after another, so that a draw is one look-up; between the points it is straight. They are kept
/// in whole parts of a day: whole numbers come to the same on every processor.
/// </summary>
internal sealed class DayTables
{
    private const int PartsOfDayBits = 8;
    private const int MostParts = 1 << 30;

    private readonly int restBits;
    private readonly uint restMask;
    private ulong[] points = [];

    /// <param name="stepBits">A table has two to this power steps.</param>
    public DayTables(int stepBits) => (restBits, restMask, Steps) = (32 - stepBits, uint.MaxValue >> stepBits, 1 << stepBits);

    /// <summary>Steps of a table; it has one point more.</summary>
    public int Steps { get; }

    /// <summary>A number of days in parts.</summary>
    public static int Parts(double days) => (int)Math.Clamp(Math.Round(days * (1 << PartsOfDayBits)), -MostParts, MostParts);

    /// <summary>The first whole day that is not earlier.</summary>
    public static int DayAfter(int parts) => (parts + ((1 << PartsOfDayBits) - 1)) >> PartsOfDayBits;

    /// <summary>The same of many.</summary>
    public static Vector512<int> DayAfter(Vector512<int> parts) =>
        (parts + Vector512.Create((1 << PartsOfDayBits) - 1)) >> PartsOfDayBits;

    /// <summary>The nearest whole day.</summary>
    public static int NearestDay(int parts) => (parts + (1 << (PartsOfDayBits - 1))) >> PartsOfDayBits;

    /// <summary>The parts of a day at a point: whole in the lower half of a number, and what they grow by to the next in its upper
    /// half.</summary>
    public static ulong Point(int here, int next) => (uint)here | ((ulong)(uint)(next - here) << 32);

    /// <summary>The parts of a day at a share.</summary>
    /// <param name="point">The point before it.</param>
    /// <param name="share">The share, times 2^32.</param>
    private int Between(ulong point, uint share) =>
        (int)point + (int)((((long)point >> 32) * (share & restMask)) >> restBits);

    /// <summary>Adds a table.</summary>
    /// <param name="days">The days at a point, from 0 to <see cref="Steps"/>.</param>
    /// <returns>Where the table begins.</returns>
    public int Add(Func<int, double> days)
    {
        var table = points.Length;
        int[] parts = [.. Enumerable.Range(0, Steps + 1).Select(point => Parts(days(point)))];
        points = [.. points, .. Enumerable.Range(0, Steps).Select(point => Point(parts[point], parts[point + 1]))];
        return table;
    }

    /// <summary>The parts of a day at a share.</summary>
    /// <param name="table">Where the table begins.</param>
    /// <param name="share">The share, times 2^32.</param>
    public int At(int table, uint share) => Between(Before(table, share), share);

    /// <summary>The point before a share.</summary>
    /// <param name="table">Where the table begins.</param>
    /// <param name="share">The share, times 2^32.</param>
    public ulong Before(int table, uint share) => points[table + (int)(share >> restBits)];
}
