using System.Globalization;
using System.Text.RegularExpressions;
using Grpc.Core;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.ServiceDefaults;

namespace Talent.Portal.Scenarios;

/// <summary>What the service refuses of a scenario, next to what it is about.</summary>
public static partial class ScenarioProblems
{
    /// <summary>Whether it can be mended by another scenario, or is withheld because a change is about the reader.</summary>
    public static bool IsForThePerson(RpcException refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return refused.StatusCode == StatusCode.InvalidArgument || OwnPostRule.Refused(refused);
    }

    /// <summary>What is wrong, each with the id of the field or change that it is about.</summary>
    public static IReadOnlyList<FieldError> Of(RpcException refused)
    {
        var details = refused.GetDetails();
        return details.Fields.Count == 0
            ? [new FieldError(details.Sentence, null)]
            : [.. details.Fields.Select(problem => new FieldError(problem.Sentence, FieldOf(problem.Field)))];
    }

    /// <summary>The id that a change of a scenario has on its page.</summary>
    /// <param name="at">Which, from 0.</param>
    public static string IdOf(int at) => $"change-{at + 1}";

    // A field is named as in the contract, for example changes[2].person_leaves.on.
    private static string? FieldOf(string field) => ChangeAt().Match(field) is { Success: true } change
        ? IdOf(int.Parse(change.Groups["at"].Value, CultureInfo.InvariantCulture))
        : field == "trial" ? field : null;

    [GeneratedRegex(@"^changes\[(?<at>\d{1,3})\]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ChangeAt();
}
