using Talent.ServiceDefaults;
using Talent.Succession.Engine.Flags;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.V1;
using FlagReason = Talent.Succession.V1.FlagReason;

namespace Talent.Succession.Boards;

/// <summary>Carries findings into the contract.</summary>
internal static class FlagMapping
{
    public const string Rule = "dependence-on-one-leader";

    public static Flag ToContract(HeroicLeadership finding, GroupSnapshot snapshot, string id, DateOnly raisedOn)
    {
        var flag = new Flag
        {
            Id = id,
            Rule = Rule,
            Title = FlagWording.Title,
            Finding = FlagWording.Finding(finding, snapshot),
            RaisedOn = raisedOn.ToDate(),
        };
        flag.PostIds.AddRange(finding.Posts.Select(post => post.Value));
        flag.OrganisationCodes.AddRange(finding.Organisations.Select(one => one.Value));
        flag.Reasons.AddRange(finding.Reasons.Select(reason => new FlagReason
        {
            Code = FlagWording.Code(reason.Kind),
            Sentence = FlagWording.Sentence(reason, finding),
        }));
        flag.Actions.AddRange(finding.Actions.Select(action => new FlagAction
        {
            Code = FlagWording.Code(action.Kind),
            Sentence = FlagWording.Sentence(action),
        }));
        flag.Numbers.Add(finding.ShareCovered.ToContract());
        flag.Numbers.AddRange(finding.Reasons.Where(reason => reason.Threshold is not null).Select(Numbers));
        return flag;
    }

    private static ExplainedNumber Numbers(Engine.Flags.FlagReason reason)
    {
        var threshold = reason.Threshold!;
        var number = new ExplainedNumber
        {
            Key = $"threshold-{FlagWording.Code(reason.Kind)}",
            Name = "Counted, beside the line it is held against",
            Value = reason.Observed,
            Formula = "counted, and compared with the threshold",
            Source = threshold.Source,
        };
        number.Inputs.Add(new ExplainedInput
        {
            Name = "Threshold",
            Value = Words.Number(threshold.Value),
            Date = threshold.ValidFrom.ToDate(),
            Source = threshold.Source,
        });
        return number;
    }
}
