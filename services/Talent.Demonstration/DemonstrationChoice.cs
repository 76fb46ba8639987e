namespace Talent.Demonstration;

/// <summary>Which demonstration data the configuration asks for.</summary>
/// <param name="Size"><c>Talent:DemonstrationSize</c>: <c>small</c> (the default) or <c>national</c>.</param>
/// <param name="Seed"><c>Talent:DemonstrationSeed</c>: 1 unless set.</param>
public sealed record DemonstrationChoice(DemonstrationSize Size, ulong Seed)
{
    /// <summary>Whether demonstration data is wanted at all: <c>Talent:Demonstration</c>.</summary>
    public static bool IsWanted(IConfiguration configuration) => configuration.GetValue<bool>("Talent:Demonstration");

    /// <summary>Reads the choice.</summary>
    /// <exception cref="ArgumentException">There is no such size.</exception>
    public static DemonstrationChoice Read(IConfiguration configuration) => new(
        DemonstrationSize.Named(configuration["Talent:DemonstrationSize"] ?? DemonstrationSize.Small.Name),
        configuration.GetValue("Talent:DemonstrationSeed", 1UL));
}
