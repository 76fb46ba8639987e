using System.Runtime.Intrinsics;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// What the vacancies of a post in a trial come to, in one number: the days in its lowest 20 bits, which twenty years do not fill, then the
/// long vacancies in 20 bits, then all vacancies.
/// </summary>
internal static class VacancySums
{
    private const int Bits = 20;
    private const ulong Mask = (1UL << Bits) - 1;

    /// <summary>One vacancy.</summary>
    /// <param name="days">How long it lasts.</param>
    /// <param name="isLong">All bits when that is long, else none.</param>
    public static ulong Of(int days, int isLong) => (uint)days | ((1UL << Bits) & (ulong)isLong) | (1UL << (2 * Bits));

    public static int Days(ulong sums) => (int)(sums & Mask);

    public static Vector512<ulong> Days(Vector512<ulong> sums) => sums & Vector512.Create(Mask);

    public static Vector512<ulong> LongVacancies(Vector512<ulong> sums) => (sums >>> Bits) & Vector512.Create(Mask);

    public static Vector512<ulong> Vacancies(Vector512<ulong> sums) => sums >>> (2 * Bits);
}
