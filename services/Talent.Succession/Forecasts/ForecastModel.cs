using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Talent.Succession.Boards;
using Talent.Succession.Engine;
using Talent.Succession.Engine.Actions;
using Talent.Succession.Engine.Simulation;
using Talent.Succession.V1;
using EngineData = Talent.Succession.Engine.Inputs.ReferenceData;

namespace Talent.Succession.Forecasts;

/// <summary>What the trials of a forecast rest on.</summary>
/// <param name="Data">Thresholds, turnover and fill times.</param>
/// <param name="Moves">How people move.</param>
/// <param name="Actions">How actions are generated.</param>
/// <param name="Rules">What a full forecast looks at.</param>
public sealed record ForecastModel(EngineData Data, MoveRules Moves, ActionRules Actions, ForecastRules Rules)
{
    /// <summary>Years looked ahead.</summary>
    public const int Years = 5;

    /// <summary>Trials of the forecast that is there together with the board.</summary>
    public const int TrialsAtOnce = 1000;

    /// <summary>Trials of the full forecast.</summary>
    public const int TrialsInFull = 10_000;

    /// <summary>
    /// The seed of all trials: the first eight bytes of the SHA-256 of <c>Talent forecast, model VERSION</c>, the first bit 0. It stays as
    /// long as the model does, so that a result differs from yesterday's by what happened and not by chance.
    /// </summary>
    public static long Seed { get; } = SeedOf(GroupAnalysis.ModelVersion);

    /// <summary>Trials played at once by one computation: a processor is left to those who ask.</summary>
    public static int Threads { get; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>Trials of a tier.</summary>
    public static int TrialsOf(ForecastTier tier) => tier == ForecastTier.Full ? TrialsInFull : TrialsAtOnce;

    /// <summary>The numbers of the model with their sources.</summary>
    public IEnumerable<ExplainedInput> Assumptions() => new[]
    {
        Moves.Accepts.Explain("A named successor who is ready accepts", "probability"),
        Moves.AcceptsFromOutside.Explain("A named successor from outside the group accepts", "probability"),
        Moves.YearsBeforeMovingAgain.Explain("Time in a post before its holder moves again", "years"),
        Moves.DaysToReadinessWhenUnknown.Explain("Time to readiness where none is recorded", "days"),
        Moves.ExitsAYearWhenUnknown.Explain("Exits a year where the family has no figure", "a year"),
        Moves.InterimCoverQuality.Explain("Part of the uncovered days that interim cover takes away", "share"),
        Moves.LongVacancyDays.Explain("A vacancy is long from", "days"),
        Data.FillTimes.Otherwise.Explain("Time to fill by open competition", "days"),
        Data.FillTimes.AppointSuccessor.Explain("Time in which a successor takes up a post", "days"),
        Data.FillTimes.Notice.Explain("Notice of a leaver", "days"),
        Rules.TypicalShareOfSpread.Explain("Part of the spread of times to fill that lies between groups", "share"),
        Data.Turnover.EndsAtPlannedEnd.Explain("An appointment ends at its planned end", "probability"),
        Data.Turnover.EndsAtTermLimit.Explain("An office-holder leaves a board at the limit of the term clock", "probability"),
        Data.Thresholds.TermLimitYears.Explain("The limit of the term clock, on one board", "years"),
    }.Select(ExplainedMapping.ToInput);

    private static long SeedOf(string modelVersion) => BinaryPrimitives.ReadInt64BigEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes($"Talent forecast, model {modelVersion}"))) & long.MaxValue;
}
