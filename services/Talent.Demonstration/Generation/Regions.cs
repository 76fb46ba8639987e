namespace Talent.Demonstration.Generation;

/// <summary>The seven regions of NHS England by their codes. They are real; everything placed in them here is invented.</summary>
internal static class Regions
{
    public static readonly string[] Codes = ["Y56", "Y58", "Y59", "Y60", "Y61", "Y62", "Y63"];
}
