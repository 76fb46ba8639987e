namespace Talent.Succession.Engine.Inputs;

/// <summary>All reference data a result rests on.</summary>
/// <param name="Thresholds">Where the rules draw their lines.</param>
/// <param name="Turnover">How often posts change hands.</param>
/// <param name="FillTimes">How long posts stand empty.</param>
public sealed record ReferenceData(RuleThresholds Thresholds, TurnoverRates Turnover, FillTimes FillTimes);
