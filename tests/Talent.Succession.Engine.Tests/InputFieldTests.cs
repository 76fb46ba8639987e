using System.Reflection;
using System.Text.RegularExpressions;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Pipelines;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests;

/// <summary>
/// The closed list of what the engine may be told. A field that is added, renamed or given another type fails here until somebody puts it
/// on the list, and what is never an input (domain.md section 8) fails even then.
/// </summary>
public sealed partial class InputFieldTests
{
    // Each entry: the type, what it stores and of which type; for a choice, what may be chosen.
    private static readonly string[] Allowed =
    [
        "Answer is No",
        "Answer is Unknown",
        "Answer is Yes",
        "Appointment.Boards: IReadOnlyList<BoardClock>",
        "Appointment.Kind: AppointmentKind",
        "Appointment.LeftBoards: IReadOnlyList<OrganisationId>",
        "Appointment.Person: PersonId",
        "Appointment.PlannedEnd: Nullable<DateOnly>",
        "Appointment.Post: PostId",
        "Appointment.Start: Nullable<DateOnly>",
        "AppointmentKind is Acting",
        "AppointmentKind is Interim",
        "AppointmentKind is Secondment",
        "AppointmentKind is Substantive",
        "BoardClock.Board: OrganisationId",
        "BoardClock.FirstAppointed: Nullable<DateOnly>",
        "Changes.Departures: IReadOnlyDictionary<PersonId, DateOnly>",
        "Changes.EarlySearches: IReadOnlyDictionary<PostId, Int32>",
        "Changes.ExtendedTerms: IReadOnlyDictionary<ValueTuple<PostId, PersonId>, DateOnly>",
        "Changes.Pauses: IReadOnlyList<RecruitmentPause>",
        "Changes.Programmes: IReadOnlyList<ProgrammePlace>",
        "Criticality.AgreedOn: Nullable<DateOnly>",
        "Criticality.Weight: Nullable<Int32>",
        "DeputyArrangement.Accepted: Answer",
        "DeputyArrangement.Post: PostId",
        "Disclosure is Confidential",
        "Disclosure is NotYetTold",
        "Disclosure is Told",
        "Estimate.High: Double",
        "Estimate.Low: Double",
        "Estimate.Value: Nullable<Double>",
        "FamilyKey.Value: String",
        "FillTimes.AppointSuccessor: ReferenceNumber",
        "FillTimes.Notice: ReferenceNumber",
        "FillTimes.Otherwise: ReferenceNumber",
        "FillTimes.byFamily: Dictionary<FamilyKey, ReferenceNumber>",
        "GroupSnapshot.Appointments: IReadOnlyList<Appointment>",
        "GroupSnapshot.AsOf: DateOnly",
        "GroupSnapshot.Intentions: IReadOnlyList<LeavingIntention>",
        "GroupSnapshot.Nominations: IReadOnlyList<Nomination>",
        "GroupSnapshot.Posts: IReadOnlyList<Post>",
        "GroupSnapshot.byId: Dictionary<PostId, Post>",
        "GroupSnapshot.byLeaver: Dictionary<PersonId, LeavingIntention>",
        "GroupSnapshot.byPerson: ILookup<PersonId, Appointment>",
        "GroupSnapshot.byPost: ILookup<PostId, Appointment>",
        "GroupSnapshot.named: ILookup<PostId, Nomination>",
        // Only what the person entered and allowed to be used: days, and never a reason.
        "LeavingIntention.Earliest: DateOnly",
        "LeavingIntention.Latest: DateOnly",
        "LeavingIntention.Person: PersonId",
        "MoveRules.Accepts: ReferenceNumber",
        "MoveRules.AcceptsFromOutside: ReferenceNumber",
        "MoveRules.DaysToReadinessWhenUnknown: ReferenceNumber",
        "MoveRules.ExitsAYearWhenUnknown: ReferenceNumber",
        "MoveRules.InterimCoverQuality: ReferenceNumber",
        "MoveRules.LongVacancyDays: ReferenceNumber",
        "MoveRules.YearsBeforeMovingAgain: ReferenceNumber",
        "Nomination.Disclosure: Disclosure",
        "Nomination.IsEndorsed: Boolean",
        "Nomination.IsExternal: Boolean",
        "Nomination.MeetsRequirements: Answer",
        "Nomination.Nominee: PersonId",
        "Nomination.Post: PostId",
        "Nomination.Rank: Nullable<Int32>",
        "Nomination.Readiness: Readiness",
        "Nomination.RecordedOn: Nullable<DateOnly>",
        "Nomination.Requirements: IReadOnlyList<RequirementAnswer>",
        "OrganisationId.Value: String",
        "OrganisationServed.Organisation: OrganisationId",
        "OrganisationServed.Share: Nullable<Double>",
        "PersonId.Value: String",
        "PipelineKey.Family: FamilyKey",
        "PipelineKey.Level: PostLevel",
        "PipelineKey.Region: RegionKey",
        "PipelineSnapshot.Cohorts: IReadOnlyList<ProgrammeCohort>",
        "PipelineSnapshot.Keys: IReadOnlyList<PipelineKey>",
        "PipelineSnapshot.Posts: GroupSnapshot",
        "PipelineSnapshot.keys: Dictionary<PostId, PipelineKey>",
        "PipelineSnapshot.regions: Dictionary<OrganisationId, RegionKey>",
        "Post.Criticality: Criticality",
        "Post.DaysPerWeek: Nullable<Double>",
        "Post.Deputies: IReadOnlyList<DeputyArrangement>",
        "Post.DesignedAroundPerson: Answer",
        "Post.Established: Nullable<DateOnly>",
        "Post.Family: FamilyKey",
        "Post.Id: PostId",
        "Post.Level: PostLevel",
        "Post.Requirements: IReadOnlyList<RequirementKey>",
        "Post.Serves: IReadOnlyList<OrganisationServed>",
        "PostId.Value: String",
        "PostLevel is Division",
        "PostLevel is Group",
        "PostLevel is Site",
        "PostLevel is Trust",
        "PostLevel is Unknown",
        "ProgrammeCohort.Completion: Estimate",
        "ProgrammeCohort.Pipeline: PipelineKey",
        "ProgrammeCohort.ReadyOn: DateOnly",
        "ProgrammeCohort.Size: Int32",
        "ProgrammePlace.Completes: Double",
        "ProgrammePlace.Family: FamilyKey",
        "ProgrammePlace.Person: PersonId",
        "ProgrammePlace.ReadyBy: DateOnly",
        "Readiness.Earliest: Nullable<DateOnly>",
        "Readiness.Latest: Nullable<DateOnly>",
        "RecruitmentPause.From: DateOnly",
        "RecruitmentPause.Until: DateOnly",
        "ReferenceData.FillTimes: FillTimes",
        "ReferenceData.Thresholds: RuleThresholds",
        "ReferenceData.Turnover: TurnoverRates",
        "ReferenceNumber.Estimate: Estimate",
        "ReferenceNumber.Source: String",
        "ReferenceNumber.ValidFrom: DateOnly",
        "RegionKey.Value: String",
        "RequirementAnswer.Met: Answer",
        "RequirementAnswer.Requirement: RequirementKey",
        "RequirementKey.Value: String",
        "RuleThresholds.ChairFamily: FamilyKey",
        "RuleThresholds.ChiefExecutiveFamily: FamilyKey",
        "RuleThresholds.CoverHorizonDays: ReferenceNumber",
        "RuleThresholds.LaterHorizonDays: ReferenceNumber",
        "RuleThresholds.OrganisationsServed: ReferenceNumber",
        "RuleThresholds.OrganisationsServedWhenDesignedAroundPerson: ReferenceNumber",
        "RuleThresholds.PostsHeld: ReferenceNumber",
        "RuleThresholds.ShareOfPostsCovered: ReferenceNumber",
        "RuleThresholds.TermLimitYears: ReferenceNumber",
        "RuleThresholds.TermLimitedFamilies: IReadOnlyList<FamilyKey>",
        "RuleThresholds.TermReviewYears: ReferenceNumber",
        "RuleThresholds.TermWarningDays: ReferenceNumber",
        "TenureBand.FromYears: Double",
        "TenureBand.Multiplier: ReferenceNumber",
        "TenurePattern.Bands: IReadOnlyList<TenureBand>",
        "TenurePattern.Families: IReadOnlyList<FamilyKey>",
        "TurnoverRates.EndsAtPlannedEnd: ReferenceNumber",
        "TurnoverRates.EndsAtTermLimit: ReferenceNumber",
        "TurnoverRates.byFamily: Dictionary<FamilyKey, ReferenceNumber>",
        "TurnoverRates.patterns: Dictionary<FamilyKey, TenurePattern>",
    ];

    // The only places where text is held: opaque identifiers, keys of reference data, and where a reference number comes from.
    private static readonly string[] Text =
    [
        "FamilyKey.Value", "OrganisationId.Value", "PersonId.Value", "PostId.Value", "ReferenceNumber.Source", "RegionKey.Value",
        "RequirementKey.Value",
    ];

    private static readonly string[] ForbiddenWords =
    [
        "age", "aged", "born", "dob", "sex", "sexual", "trans", "race", "sick", "ill", "leave", "pay", "paid", "wage", "wages", "bonus",
        "name",
    ];

    private static readonly string[] ForbiddenBeginnings =
    [
        "birth", "gender", "ethnic", "racial", "disab", "health", "medical", "illness", "absen", "pregnan", "matern", "patern", "parent",
        "union", "steward", "salar", "earning", "remunerat", "pension", "religio", "belief", "orient", "marital", "marriage", "nationality",
        "retire", "leaveintent",
    ];

    /// <summary>Simple values that a stored field may have; everything else is a type of the engine, or a list or map of such.</summary>
    private static readonly Type[] Simple = [typeof(int), typeof(double), typeof(bool), typeof(DateOnly), typeof(string)];

    /// <summary>All types that can carry an input: the public ones of the inputs, and whatever of the engine they are made of.</summary>
    private static IReadOnlyList<Type> InputTypes
    {
        get
        {
            var found = new HashSet<Type>();
            var open = new Queue<Type>(
            [
                .. typeof(Post).Assembly.GetExportedTypes()
                    .Where(type => string.Equals(type.Namespace, typeof(Post).Namespace, StringComparison.Ordinal)),
                typeof(MoveRules), typeof(Changes), typeof(PipelineSnapshot),
            ]);
            while (open.TryDequeue(out var type))
            {
                if (!found.Add(type) || type.IsEnum) continue;
                foreach (var part in Made(type).Where(part => part.Assembly == type.Assembly))
                    open.Enqueue(part);
            }

            return [.. found.OrderBy(type => type.Name, StringComparer.Ordinal)];
        }
    }

    [Fact]
    public void InputTypes_EveryStoredField_IsOnTheClosedList()
    {
        string[] found = [.. InputTypes.SelectMany(Entries)];
        Assert.Equal(found.Length, found.Distinct(StringComparer.Ordinal).Count());
        string[] added = [.. found.Except(Allowed, StringComparer.Ordinal)];
        string[] gone = [.. Allowed.Except(found, StringComparer.Ordinal)];
        Assert.True(added.Length == 0, $"Not on the list:\n{string.Join('\n', added)}");
        Assert.True(gone.Length == 0, $"On the list but not there:\n{string.Join('\n', gone)}");
    }

    [Fact]
    public void InputTypes_EveryStoredField_IsASimpleValueOrAnEngineType() => Assert.All(
        InputTypes.Where(type => !type.IsEnum).SelectMany(Made),
        part => Assert.True(part.Assembly == typeof(Post).Assembly || Simple.Contains(part), $"{part} could hold anything."));

    [Fact]
    public void InputTypes_FieldsOfText_AreIdentifiersKeysAndSources() => Assert.Equal(
        Text,
        InputTypes.Where(type => !type.IsEnum)
            .SelectMany(type => Stored(type).Where(field => Parts(field.FieldType).Contains(typeof(string)))
                .Select(field => $"{type.Name}.{NameOf(field)}")).Order(StringComparer.Ordinal));

    [Fact]
    public void InputTypes_EveryName_IsNoneOfWhatIsNeverAnInput()
    {
        const BindingFlags any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        string[] names =
        [
            .. InputTypes.SelectMany(type => type.GetMembers(any).Where(member => member is PropertyInfo or FieldInfo)
                .Select(member => member.Name)
                .Concat(type.GetConstructors(any).SelectMany(made => made.GetParameters()).Select(parameter => parameter.Name!))
                .Concat(type.GetMethods(any).Where(method => method is { IsStatic: true, IsPublic: true, IsSpecialName: false })
                    .SelectMany(method => method.GetParameters()).Select(parameter => parameter.Name!))
                .Append(type.Name)).Distinct(),
        ];
        Assert.Contains("DesignedAroundPerson", names);
        Assert.Contains("TurnoverRates", names);
        Assert.All(names, name => Assert.False(IsForbidden(name), $"{name} is never an input."));
    }

    [Theory]
    [InlineData("DateOfBirth", true)]
    [InlineData("Age", true)]
    [InlineData("ageBand", true)]
    [InlineData("HealthNote", true)]
    [InlineData("Disability", true)]
    [InlineData("Sex", true)]
    [InlineData("EthnicGroup", true)]
    [InlineData("AbsenceDays", true)]
    [InlineData("PregnantUntil", true)]
    [InlineData("TradeUnionRole", true)]
    [InlineData("PayBand", true)]
    [InlineData("<Salary>k__BackingField", true)]
    [InlineData("DaysPerWeek", false)]
    [InlineData("Stage", false)]
    [InlineData("Coverage", false)]
    [InlineData("LeftBoards", false)]
    [InlineData("DaysToReadinessWhenUnknown", false)]
    public void IsForbidden_NamesOfFields_AreRecognised(string field, bool expected) => Assert.Equal(expected, IsForbidden(field));

    [Fact]
    public void Entries_TypeWithAFieldMore_HaveAnEntryMore() => Assert.Equal(
        ["PostWithMore.More: IReadOnlyList<Nullable<Double>>"], Entries(typeof(PostWithMore)));

    private static IEnumerable<string> Entries(Type type) => type.IsEnum
        ? Enum.GetNames(type).Select(choice => $"{type.Name} is {choice}")
        : Stored(type).Select(field => $"{type.Name}.{NameOf(field)}: {Show(field.FieldType)}");

    private static FieldInfo[] Stored(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.FlattenHierarchy);

    private static IEnumerable<Type> Made(Type type) => Stored(type).SelectMany(each => Parts(each.FieldType));

    private static string NameOf(FieldInfo field) =>
        field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;

    private static string Show(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Show))}>"
        : type.Name;

    /// <summary>What a field is made of: the elements of its list, map or pair, else its own type.</summary>
    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { IsArray: true } => Parts(type.GetElementType()!),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts),
        _ => [type],
    };

    // A short word must be a word of its own: "age" is not in "stage".
    private static bool IsForbidden(string name) => Word().Matches(name).Select(match => match.Value.ToLowerInvariant()).Any(word =>
        ForbiddenWords.Contains(word, StringComparer.Ordinal)
        || ForbiddenBeginnings.Any(beginning => word.StartsWith(beginning, StringComparison.Ordinal)));

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    private sealed record PostWithMore(IReadOnlyList<double?> More);
}
