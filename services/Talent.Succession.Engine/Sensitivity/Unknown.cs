using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Sensitivity;

/// <summary>Something that a forecast does not know: a number of the model that has a range, or records that nobody has made.</summary>
/// <param name="Name">What it is, in words for the screen.</param>
/// <param name="Unit">Unit of its ends, in words: days, years, probability, share, a year.</param>
/// <param name="Low">Lower end of its 80 % range.</param>
/// <param name="High">Upper end of its 80 % range.</param>
public sealed record Unknown(string Name, string Unit, double Low, double High)
{
    /// <summary>The posts whose records are missing, in the order of their identifiers; empty for a number of the model.</summary>
    public IReadOnlyList<PostId> Posts { get; init; } = [];

    /// <summary>The families that a number of the model is about; empty when it is about all, or for missing records.</summary>
    public IReadOnlyList<FamilyKey> Families { get; init; } = [];

    /// <summary>What somebody would record to make it known, such as "3 readiness dates"; null for a number of the model.</summary>
    public string? ToRecord { get; init; }
}
