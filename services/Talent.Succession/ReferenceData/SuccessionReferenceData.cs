using System.Text.Json;
using Talent.Succession.Domain;
using Talent.Succession.Engine.Actions;
using Talent.Succession.Engine.Calibration;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;
using Talent.Succession.Forecasts;
using EngineData = Talent.Succession.Engine.Inputs.ReferenceData;

namespace Talent.Succession.ReferenceData;

/// <summary>
/// Reads the reference data that come with the service: thresholds, turnover, fill times, rules of the simulation, each number with its
/// source.
/// </summary>
public static class SuccessionReferenceData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Lazy<IReadOnlySet<string>> Reasons = new(
        () => Read<ReasonsFile>("confidentiality-reasons.json").Reasons.Keys.ToHashSet(StringComparer.Ordinal));

    private static readonly Lazy<IReadOnlyList<HardRequirement>> Needed = new(
        () => [.. Read<RequirementsFile>("requirements.json").Requirements.Select(each => each.Value.ToRequirement(each.Key))]);

    /// <summary>The hard requirements of posts, as delivered.</summary>
    /// <exception cref="JsonException">The file does not have the form it should.</exception>
    public static IReadOnlyList<HardRequirement> HardRequirements => Needed.Value;

    /// <summary>The data as delivered.</summary>
    /// <exception cref="JsonException">A file does not have the form it should.</exception>
    public static EngineData Read() => new(ReadThresholds(), ReadTurnover(), ReadFillTimes());

    /// <summary>The working days of England, by the bank holidays as delivered.</summary>
    /// <exception cref="JsonException">The file does not have the form it should.</exception>
    public static WorkingDays ReadWorkingDays() => new(Read<BankHolidaysFile>("bank-holidays.json").Years.ToDictionary(
        year => year.Key, year => (IReadOnlySet<DateOnly>)year.Value.ToHashSet()));

    /// <summary>Codes of the reasons for which a nomination may be confidential.</summary>
    /// <exception cref="JsonException">The file does not have the form it should.</exception>
    public static IReadOnlySet<string> ConfidentialityReasons => Reasons.Value;

    /// <summary>The reasons that nominations may be made, changed and withdrawn for.</summary>
    /// <exception cref="JsonException">The file does not have the form it should.</exception>
    public static NominationReasons ReadNominationReasons()
    {
        var file = Read<NominationReasonsFile>("nomination-reasons.json");
        return new NominationReasons(file.Made, file.Changed, file.Withdrawn);
    }

    /// <summary>What the trials of a forecast rest on, as delivered.</summary>
    /// <param name="data">Thresholds, turnover and fill times.</param>
    /// <exception cref="JsonException">A file does not have the form it should.</exception>
    public static ForecastModel ReadForecastModel(EngineData data) => new(data, ReadMoveRules(), ReadActionRules(), ReadForecastRules());

    /// <summary>What was counted in England, to hold the model against.</summary>
    /// <exception cref="JsonException">The file does not have the form it should.</exception>
    public static PublishedFigures ReadPublishedFigures()
    {
        var file = Read<PublishedFile>("published-figures.json");
        PublishedFigure Of(PublishedEntry entry) => entry.ToFigure(file.ValidFrom);
        return new PublishedFigures(
            file.ChiefExecutivesPerTrust.ToHolders(file.ValidFrom), Of(file.ExitsAYear), Of(file.MedianYears),
            Of(file.AppointedWithinOneYear), Of(file.AppointedWithinThreeYears), Of(file.PostsVacant), Of(file.TrustsWithVacancy),
            Of(file.TimeVacant), file.Executives.ToPosts(file.ValidFrom));
    }

    private static MoveRules ReadMoveRules()
    {
        var file = Read<MoveRulesFile>("move-rules.json");
        ReferenceNumber Of(NumberEntry entry) => entry.ToReference(file.ValidFrom);
        return new MoveRules
        {
            Accepts = Of(file.Accepts),
            AcceptsFromOutside = Of(file.AcceptsFromOutside),
            YearsBeforeMovingAgain = Of(file.YearsBeforeMovingAgain),
            DaysToReadinessWhenUnknown = Of(file.DaysToReadinessWhenUnknown),
            ExitsAYearWhenUnknown = Of(file.ExitsAYearWhenUnknown),
            InterimCoverQuality = Of(file.InterimCoverQuality),
            LongVacancyDays = Of(file.LongVacancyDays),
        };
    }

    private static ActionRules ReadActionRules()
    {
        var file = Read<ActionRulesFile>("action-rules.json");
        ReferenceNumber Of(NumberEntry entry) => entry.ToReference(file.ValidFrom);
        return new ActionRules
        {
            DevelopWithinDays = Of(file.DevelopWithinDays),
            EarlySearchDays = Of(file.EarlySearchDays),
            ExtensionYears = Of(file.ExtensionYears),
            MostSimulated = Of(file.MostSimulated),
            BestInPairs = Of(file.BestInPairs),
        };
    }

    private static ForecastRules ReadForecastRules()
    {
        var file = Read<ForecastRulesFile>("forecast-rules.json");
        ReferenceNumber Of(NumberEntry entry) => entry.ToReference(file.ValidFrom);
        return new ForecastRules
        {
            CriticalShareOfWeight = Of(file.CriticalShareOfWeight),
            DependenciesInFull = Of(file.DependenciesInFull),
            MostDependencies = Of(file.MostDependencies),
            PostTrialsInFull = Of(file.PostTrialsInFull),
            RangePostTrials = Of(file.RangePostTrials),
            RangeTrials = Of(file.RangeTrials),
            ScreeningTrials = Of(file.ScreeningTrials),
            TypicalShareOfSpread = Of(file.TypicalShareOfSpread),
        };
    }

    private static RuleThresholds ReadThresholds()
    {
        var file = Read<ThresholdsFile>("thresholds.json");
        ReferenceNumber Of(NumberEntry entry) => entry.ToReference(file.ValidFrom);
        return new RuleThresholds
        {
            CoverHorizonDays = Of(file.CoverHorizonDays),
            LaterHorizonDays = Of(file.LaterHorizonDays),
            PostsHeld = Of(file.PostsHeld),
            OrganisationsServed = Of(file.OrganisationsServed),
            OrganisationsServedWhenDesignedAroundPerson = Of(file.OrganisationsServedWhenDesignedAroundPerson),
            ShareOfPostsCovered = Of(file.ShareOfPostsCovered),
            TermReviewYears = Of(file.TermReviewYears),
            TermLimitYears = Of(file.TermLimitYears),
            TermWarningDays = Of(file.TermWarningDays),
            TermLimitedFamilies = [.. file.TermLimitedFamilies.Select(key => new FamilyKey(key))],
            ChairFamily = new FamilyKey(file.ChairFamily),
            ChiefExecutiveFamily = new FamilyKey(file.ChiefExecutiveFamily),
        };
    }

    private static TurnoverRates ReadTurnover()
    {
        var file = Read<TurnoverFile>("turnover.json");
        return new TurnoverRates(
            file.ExitsAYear.ToDictionary(row => new FamilyKey(row.Key), row => row.Value.ToReference(file.ValidFrom)),
            file.TenurePatterns.Select(pattern => pattern.ToPattern(file.ValidFrom)),
            file.EndsAtPlannedEnd.ToReference(file.ValidFrom), file.EndsAtTermLimit.ToReference(file.ValidFrom));
    }

    private static FillTimes ReadFillTimes()
    {
        var file = Read<FillTimesFile>("fill-times.json");
        return new FillTimes(
            file.DaysToFill.ToDictionary(row => new FamilyKey(row.Key), row => row.Value.ToReference(file.ValidFrom)),
            file.Otherwise.ToReference(file.ValidFrom), file.AppointSuccessor.ToReference(file.ValidFrom),
            file.Notice.ToReference(file.ValidFrom));
    }

    private static T Read<T>(string name)
    {
        var assembly = typeof(SuccessionReferenceData).Assembly;
        var resource = Array.Find(assembly.GetManifestResourceNames(), each => each.EndsWith(name, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The reference data {name} are not part of the program.");
        using var stream = assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new JsonException($"The reference data {name} are empty.");
    }

    private sealed record NumberEntry(double Value, string Source, double? Low = null, double? High = null)
    {
        public ReferenceNumber ToReference(DateOnly validFrom) => new(Estimate.Of(Value, Low ?? Value, High ?? Value), Source, validFrom);
    }

    private sealed record ThresholdsFile(
        DateOnly ValidFrom, NumberEntry CoverHorizonDays, NumberEntry LaterHorizonDays, NumberEntry PostsHeld,
        NumberEntry OrganisationsServed, NumberEntry OrganisationsServedWhenDesignedAroundPerson, NumberEntry ShareOfPostsCovered,
        NumberEntry TermReviewYears, NumberEntry TermLimitYears, NumberEntry TermWarningDays, string[] TermLimitedFamilies,
        string ChairFamily, string ChiefExecutiveFamily);

    private sealed record RequirementsFile(Dictionary<string, RequirementEntry> Requirements);

    private sealed record RequirementEntry(
        string Name, string[] Families, string Source, DateOnly ValidFrom, int? YearsSinceExecutive = null, string[]? OfficeHolders = null)
    {
        public HardRequirement ToRequirement(string code) => new(
            code, Name, Families, Source, ValidFrom,
            YearsSinceExecutive is { } years
                ? new IndependenceRule(years, (OfficeHolders ?? []).ToHashSet(StringComparer.Ordinal))
                : null);
    }

    private sealed record BandEntry(double FromYears, double Multiplier);

    private sealed record PatternEntry(string[] Families, string Source, BandEntry[] TenureBands)
    {
        public TenurePattern ToPattern(DateOnly validFrom) => new(
            Families.Select(key => new FamilyKey(key)),
            TenureBands.Select(band => new TenureBand(
                band.FromYears, new ReferenceNumber(Estimate.Exact(band.Multiplier), Source, validFrom))));
    }

    private sealed record TurnoverFile(
        DateOnly ValidFrom, Dictionary<string, NumberEntry> ExitsAYear, PatternEntry[] TenurePatterns, NumberEntry EndsAtPlannedEnd,
        NumberEntry EndsAtTermLimit);

    private sealed record NominationReasonsFile(DateOnly ValidFrom, string[] Made, string[] Changed, string[] Withdrawn);

    private sealed record BankHolidaysFile(string Country, string Source, DateOnly ValidFrom, Dictionary<int, DateOnly[]> Years);

    private sealed record ReasonsFile(DateOnly ValidFrom, string Source, Dictionary<string, string> Reasons);

    private sealed record MoveRulesFile(
        DateOnly ValidFrom, NumberEntry Accepts, NumberEntry AcceptsFromOutside, NumberEntry YearsBeforeMovingAgain,
        NumberEntry DaysToReadinessWhenUnknown, NumberEntry ExitsAYearWhenUnknown, NumberEntry InterimCoverQuality,
        NumberEntry LongVacancyDays);

    private sealed record ActionRulesFile(
        DateOnly ValidFrom, NumberEntry DevelopWithinDays, NumberEntry EarlySearchDays, NumberEntry ExtensionYears,
        NumberEntry MostSimulated, NumberEntry BestInPairs);

    private sealed record ForecastRulesFile(
        DateOnly ValidFrom, NumberEntry CriticalShareOfWeight, NumberEntry DependenciesInFull, NumberEntry MostDependencies,
        NumberEntry PostTrialsInFull, NumberEntry RangePostTrials, NumberEntry RangeTrials, NumberEntry ScreeningTrials,
        NumberEntry TypicalShareOfSpread);

    private sealed record PublishedEntry(double Value, double Tolerance, string Source, double? Low = null, double? High = null)
    {
        public PublishedFigure ToFigure(DateOnly validFrom) =>
            new(new ReferenceNumber(Estimate.Of(Value, Low ?? Value, High ?? Value), Source, validFrom), Tolerance);
    }

    private sealed record HoldersEntry(double Years, int One, int Two, int ThreeOrMore, double Tolerance, string Source)
    {
        public PublishedHolders ToHolders(DateOnly validFrom)
        {
            double trusts = One + Two + ThreeOrMore;
            ReferenceNumber Number(double value) => new(Estimate.Exact(value), Source, validFrom);
            PublishedFigure Of(int counted) => new(Number(counted / trusts), Tolerance);
            return new PublishedHolders(Number(Years), Of(One), Of(Two), Of(ThreeOrMore));
        }
    }

    private sealed record ExecutivesEntry(string[] Families, string Source)
    {
        public ExecutivePosts ToPosts(DateOnly validFrom) => new(Families.Select(key => new FamilyKey(key)), Source, validFrom);
    }

    private sealed record PublishedFile(
        DateOnly ValidFrom, HoldersEntry ChiefExecutivesPerTrust, PublishedEntry ExitsAYear, PublishedEntry MedianYears,
        PublishedEntry AppointedWithinOneYear, PublishedEntry AppointedWithinThreeYears, PublishedEntry PostsVacant,
        PublishedEntry TrustsWithVacancy, PublishedEntry TimeVacant, ExecutivesEntry Executives);

    private sealed record FillTimesFile(
        DateOnly ValidFrom, Dictionary<string, NumberEntry> DaysToFill, NumberEntry Otherwise, NumberEntry AppointSuccessor,
        NumberEntry Notice);
}
