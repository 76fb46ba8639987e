using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Scenarios;
using Contract = Talent.Succession.V1;
using EngineChange = Talent.Succession.Engine.Scenarios.ScenarioChange;

namespace Talent.Succession.Forecasts;

/// <summary>
/// Makes the engine's changes of those of a request. What cannot be is refused as INVALID_ARGUMENT with the field and what to do.
/// </summary>
/// <param name="known">Of the people whom the changes name for a post those whose record is known, and whether they work in the group:
/// others are of unknown availability.</param>
/// <param name="requirements">Who meets the hard requirements of the posts.</param>
internal sealed class ScenarioMapping(IReadOnlyDictionary<string, bool> known, RequirementChecks requirements)
{
    /// <summary>So many changes at most make a scenario.</summary>
    public const int Most = 20;

    private const string Field = "changes";

    /// <summary>The people whom changes name for a post.</summary>
    public static IEnumerable<string> Named(IEnumerable<Contract.ScenarioChange> changes) =>
        changes.Select(change => change.NominationAdded?.PersonId).OfType<string>().Where(person => person.Length > 0);

    /// <summary>Everybody whom changes are about.</summary>
    public static IEnumerable<string> People(IEnumerable<Contract.ScenarioChange> changes) => changes.SelectMany(change =>
        change.ChangeCase switch
        {
            Contract.ScenarioChange.ChangeOneofCase.PersonLeaves => [change.PersonLeaves.PersonId],
            Contract.ScenarioChange.ChangeOneofCase.NominationAdded => [change.NominationAdded.PersonId],
            Contract.ScenarioChange.ChangeOneofCase.MadeReady => [change.MadeReady.PersonId],
            Contract.ScenarioChange.ChangeOneofCase.PostSplit => change.PostSplit.Parts.Select(part => part.HolderPersonId),
            Contract.ScenarioChange.ChangeOneofCase.TermExtended => [change.TermExtended.PersonId],
            Contract.ScenarioChange.ChangeOneofCase.ProgrammeCohort => change.ProgrammeCohort.PersonIds,
            _ => Enumerable.Empty<string>(),
        }).Where(person => person.Length > 0);

    /// <summary>A group with the changes of a request.</summary>
    /// <param name="group">The group as it is.</param>
    /// <param name="changes">The changes.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: a change cannot be, or does not fit the group.</exception>
    public AppliedScenario Apply(GroupSnapshot group, IReadOnlyList<Contract.ScenarioChange> changes)
    {
        if (changes.Count > Most) throw Errors.Invalid(Field, $"Give at most {Most} changes.");
        EngineChange[] made =
            [.. changes.Select((change, at) => Refused(FieldOf(change, at), () => ToEngine(change, FieldOf(change, at))))];
        // One more each time, so that the change which does not fit is named.
        var applied = new Scenario().Apply(group);
        for (var at = 0; at < made.Length; at++)
            applied = Refused(FieldOf(changes[at], at), () => new Scenario(made[..(at + 1)]).Apply(group));
        return applied;
    }

    /// <summary>What the engine refuses in a request, with the field.</summary>
    public static T Refused<T>(string field, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException refused)
        {
            throw Errors.Invalid(field, Sentence(refused));
        }
    }

    // The engine says what to do; the name of its parameter, which .NET adds, says nothing to whoever asked.
    private static string Sentence(ArgumentException refused) => refused.ParamName is { Length: > 0 } parameter
        ? refused.Message.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal)
        : refused.Message;

    private static string FieldOf(Contract.ScenarioChange change, int at) =>
        Contract.ScenarioChange.Descriptor.FindFieldByNumber((int)change.ChangeCase) is { } chosen
            ? $"{Field}[{at}].{chosen.Name}" : $"{Field}[{at}].change";

    private static PersonId Person(string id, string field) =>
        id.Length > 0 ? new PersonId(id) : throw Errors.Invalid(field, "Name the person.");

    private static PostId Post(string id, string field) => id.Length > 0 ? new PostId(id) : throw Errors.Invalid(field, "Name the post.");

    private static OrganisationId Organisation(string code, string field) =>
        code.Length > 0 ? new OrganisationId(code) : throw Errors.Invalid(field, "Give the code of the organisation.");

    private static FamilyKey Family(string key, string field) =>
        key.Length > 0 ? new FamilyKey(key) : throw Errors.Invalid(field, "Give the key of the role family.");

    private static IEnumerable<T> Each<T>(IEnumerable<string> ids, Func<string, string, T> make, string field) =>
        ids.Select((id, at) => make(id, $"{field}[{at}]"));

    private EngineChange ToEngine(Contract.ScenarioChange change, string field) => change.ChangeCase switch
    {
        Contract.ScenarioChange.ChangeOneofCase.PersonLeaves => ToEngine(change.PersonLeaves, field),
        Contract.ScenarioChange.ChangeOneofCase.NominationAdded => ToEngine(change.NominationAdded, field),
        Contract.ScenarioChange.ChangeOneofCase.MadeReady => ToEngine(change.MadeReady, field),
        Contract.ScenarioChange.ChangeOneofCase.PostShared => ToEngine(change.PostShared, field),
        Contract.ScenarioChange.ChangeOneofCase.PostSplit => ToEngine(change.PostSplit, field),
        Contract.ScenarioChange.ChangeOneofCase.TermExtended => ToEngine(change.TermExtended, field),
        Contract.ScenarioChange.ChangeOneofCase.EarlySearch =>
            new EarlySearch(Post(change.EarlySearch.PostId, $"{field}.post_id"), change.EarlySearch.Days),
        Contract.ScenarioChange.ChangeOneofCase.RecruitmentFreeze => new RecruitmentFreeze(
            change.RecruitmentFreeze.From.ToRequiredDay($"{field}.from"), change.RecruitmentFreeze.Until.ToRequiredDay($"{field}.until")),
        Contract.ScenarioChange.ChangeOneofCase.DeputyAccepted => new DeputyAccepted(
            Post(change.DeputyAccepted.PostId, $"{field}.post_id"), Post(change.DeputyAccepted.DeputyPostId, $"{field}.deputy_post_id")),
        Contract.ScenarioChange.ChangeOneofCase.ProgrammeCohort => ToEngine(change.ProgrammeCohort, field),
        Contract.ScenarioChange.ChangeOneofCase.TrustsMerged => ToEngine(change.TrustsMerged, field),
        _ => throw Errors.Invalid(field, "Say what changes."),
    };

    private static PersonLeaves ToEngine(Contract.PersonLeaves leaves, string field) =>
        new(Person(leaves.PersonId, $"{field}.person_id"), leaves.On.ToRequiredDay($"{field}.on"));

    private NominationAdded ToEngine(Contract.NominationAdded added, string field)
    {
        var earliest = added.Readiness?.Earliest.ToDay($"{field}.readiness.earliest");
        var latest = added.Readiness?.Latest.ToDay($"{field}.readiness.latest");
        var person = Person(added.PersonId, $"{field}.person_id");
        if (!known.TryGetValue(person.Value, out var isMember))
            throw Errors.Invalid($"{field}.person_id", "Name somebody whose record is known here; if it was made just now, try again.");
        return new NominationAdded(new Nomination(
            Post(added.PostId, $"{field}.post_id"), person,
            SnapshotBuilder.ToReadiness(earliest, latest),
            added.Rank == 0 ? null : added.Rank, isExternal: !isMember,
            requirements: requirements.Answers(added.PostId, person.Value, isMember)));
    }

    private static MadeReady ToEngine(Contract.MadeReady ready, string field)
    {
        var (person, by) = (Person(ready.PersonId, $"{field}.person_id"), ready.By.ToRequiredDay($"{field}.by"));
        return (ready.PostId, ready.Family) switch
        {
            ({ Length: > 0 } post, "") => MadeReady.For(new PostId(post), person, by),
            ("", { Length: > 0 } family) => MadeReady.For(new FamilyKey(family), person, by),
            _ => throw Errors.Invalid($"{field}.post_id", "Name either the post or the role family, not both."),
        };
    }

    private static PostShared ToEngine(Contract.PostShared shared, string field) => new(
        Post(shared.PostId, $"{field}.post_id"),
        shared.With.Select((each, at) => new OrganisationServed(
            Organisation(each.OrganisationCode, $"{field}.with[{at}].organisation_code"), each.Share == 0 ? null : each.Share)),
        Each(shared.ReplacesPostIds, Post, $"{field}.replaces_post_ids"));

    private static PostSplit ToEngine(Contract.PostSplit split, string field) => new(
        Post(split.PostId, $"{field}.post_id"), split.Parts.Select((part, at) => ToEngine(part, $"{field}.parts[{at}]")));

    private static PostPart ToEngine(Contract.PostPart part, string field) => new(
        Post(part.PostId, $"{field}.post_id"), Each(part.OrganisationCodes, Organisation, $"{field}.organisation_codes"),
        part.HolderPersonId.Length == 0 ? null : new PersonId(part.HolderPersonId),
        part.Criticality == 0 ? null : Criticality.Proposed(part.Criticality));

    private static TermExtended ToEngine(Contract.TermExtended term, string field) => new(
        Post(term.PostId, $"{field}.post_id"), Person(term.PersonId, $"{field}.person_id"),
        Each(term.OrganisationCodes, Organisation, $"{field}.organisation_codes"), term.Until.ToRequiredDay($"{field}.until"));

    private static ProgrammeCohort ToEngine(Contract.ProgrammeCohort cohort, string field) => new(
        Each(cohort.PersonIds, Person, $"{field}.person_ids"), Family(cohort.Family, $"{field}.family"),
        cohort.ReadyBy.ToRequiredDay($"{field}.ready_by"), cohort.Completes);

    private static TrustsMerged ToEngine(Contract.TrustsMerged merged, string field) => new(
        Organisation(merged.SurvivorCode, $"{field}.survivor_code"), Each(merged.AbsorbedCodes, Organisation, $"{field}.absorbed_codes"),
        merged.Posts.Select((posts, at) => new MergedPosts(
            Post(posts.StaysPostId, $"{field}.posts[{at}].stays_post_id"),
            Each(posts.EndingPostIds, Post, $"{field}.posts[{at}].ending_post_ids"))));
}
