using Talent.Succession.V1;

namespace Talent.Portal.Words;

/// <summary>What was read of a record, in words.</summary>
public static class RecordReads
{
    /// <summary>The words for what was shown of a person beside the record.</summary>
    public static string Say(PersonReadSubject subject) => subject switch
    {
        PersonReadSubject.Outlook => "what the group would lose if you left",
        PersonReadSubject.Readiness => "your readiness",
        _ => "not known",
    };

    /// <summary>The words for the method that was called, for example <c>ListReadinessStatements</c>.</summary>
    public static string Say(string method)
    {
        ArgumentNullException.ThrowIfNull(method);
        var name = method[(method.LastIndexOf('/') + 1)..];
        return name switch
        {
            "GetPerson" => "the record",
            "ListReadinessStatements" => "when you may be ready",
            _ => name,
        };
    }
}
