using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Sensitivity;

/// <summary>What the trials of a group rest on.</summary>
/// <param name="Snapshot">The group on the first day.</param>
/// <param name="Data">How often posts change hands and how long they stand empty.</param>
/// <param name="Rules">How people move.</param>
internal sealed record ModelInputs(GroupSnapshot Snapshot, ReferenceData Data, MoveRules Rules);

/// <summary>An unknown with the inputs as they would be at either end of its range.</summary>
/// <param name="Unknown">What is unknown.</param>
/// <param name="AtLow">The inputs at the lower end; null when the trials take the lower end anyway.</param>
/// <param name="AtHigh">The inputs at the upper end; null when the trials take the upper end anyway.</param>
internal sealed record UnknownInput(Unknown Unknown, Func<ModelInputs>? AtLow, Func<ModelInputs>? AtHigh)
{
    /// <summary>Both ends by one rule.</summary>
    /// <param name="unknown">What is unknown.</param>
    /// <param name="at">The inputs at an end.</param>
    public static UnknownInput Of(Unknown unknown, Func<double, ModelInputs> at) =>
        new(unknown, () => at(unknown.Low), () => at(unknown.High));
}
