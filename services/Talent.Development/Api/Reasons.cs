namespace Talent.Development.Api;

/// <summary>Machine-readable reasons of this service.</summary>
internal static class Reasons
{
    /// <summary>A person with that id is recorded already.</summary>
    public const string PersonExists = "PERSON_EXISTS";

    /// <summary>A readiness statement with that id is recorded already.</summary>
    public const string StatementExists = "STATEMENT_EXISTS";
}
