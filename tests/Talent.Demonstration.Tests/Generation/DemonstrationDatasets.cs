using Talent.Demonstration.Generation;
using Talent.Roles.V1;

namespace Talent.Demonstration.Tests.Generation;

/// <summary>The two datasets, made once for all tests that only look at them.</summary>
internal static class DemonstrationDatasets
{
    public const ulong Seed = 1;

    public static readonly DateOnly AsOf = new(2026, 11, 22);

    private static readonly Lazy<DemonstrationData> LazySmall = new(() => Make(DemonstrationSize.Small));
    private static readonly Lazy<DemonstrationData> LazyNational = new(() => Make(DemonstrationSize.National));

    public static DemonstrationData Small => LazySmall.Value;

    public static DemonstrationData National => LazyNational.Value;

    public static DemonstrationData Of(string size) => size == "small" ? Small : National;

    public static DemonstrationData Make(DemonstrationSize size, ulong seed = Seed, DateOnly? asOf = null) =>
        DemonstrationGenerator.Generate(new DemonstrationSettings(size, seed, asOf ?? AsOf));

    /// <summary>Who works in a post on the day of the data.</summary>
    public static IEnumerable<Appointment> CurrentAppointments(this Post post) =>
        post.Appointments.Where(appointment => appointment.End is null);

    public static bool IsVacant(this Post post) =>
        !post.CurrentAppointments().Any(appointment => appointment.Kind == AppointmentKind.Substantive);

    public static double YearsBefore(this DateOnly day, Talent.Types.V1.Date date) =>
        (day.DayNumber - date.ToDay().DayNumber) / 365.25;
}
