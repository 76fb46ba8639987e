using Talent.Succession.V1;
using Change = Talent.Succession.V1.ScenarioChange.ChangeOneofCase;

namespace Talent.Portal.Scenarios;

/// <summary>Whom and what changes mention, to look up their names.</summary>
public static class Mentioned
{
    /// <summary>Ids of the people.</summary>
    public static IEnumerable<string> People(IEnumerable<ScenarioChange> changes) => changes.SelectMany(change => change.ChangeCase switch
    {
        Change.PersonLeaves => [change.PersonLeaves.PersonId],
        Change.NominationAdded => [change.NominationAdded.PersonId],
        Change.MadeReady => [change.MadeReady.PersonId],
        Change.PostSplit => change.PostSplit.Parts.Select(part => part.HolderPersonId),
        Change.TermExtended => [change.TermExtended.PersonId],
        Change.ProgrammeCohort => change.ProgrammeCohort.PersonIds,
        _ => Enumerable.Empty<string>(),
    });

    /// <summary>Codes of the organisations.</summary>
    public static IEnumerable<string> Organisations(IEnumerable<ScenarioChange> changes) => changes.SelectMany(change =>
        change.ChangeCase switch
        {
            Change.PostShared => change.PostShared.With.Select(each => each.OrganisationCode),
            Change.PostSplit => change.PostSplit.Parts.SelectMany(part => part.OrganisationCodes),
            Change.TrustsMerged => change.TrustsMerged.AbsorbedCodes.Append(change.TrustsMerged.SurvivorCode),
            _ => Enumerable.Empty<string>(),
        });
}
