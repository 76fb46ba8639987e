using Google.Protobuf.WellKnownTypes;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Engine;
using Talent.Succession.V1;

namespace Talent.Succession.Forecasts;

/// <summary>Says from what state of the world and by which trials a forecast was computed.</summary>
/// <param name="model">What the trials rest on.</param>
/// <param name="time">The clock.</param>
internal sealed class ForecastProvenances(ForecastModel model, TimeProvider time)
{
    public ForecastProvenance Of(GroupInputs inputs, GroupAnalysis analysis, ForecastTier tier)
    {
        var provenance = new ForecastProvenance
        {
            Tier = tier,
            AsOf = analysis.Snapshot.AsOf.ToDate(),
            ModelVersion = GroupAnalysis.ModelVersion,
            RolesPosition = inputs.Positions.Roles,
            DevelopmentPosition = inputs.Positions.Development,
            SuccessionPosition = inputs.Positions.Succession,
            Seed = ForecastModel.Seed,
            Trials = ForecastModel.TrialsOf(tier),
            Years = ForecastModel.Years,
            ComputedAt = Timestamp.FromDateTimeOffset(time.GetUtcNow()),
        };
        provenance.Assumptions.AddRange(model.Assumptions());
        return provenance;
    }
}
