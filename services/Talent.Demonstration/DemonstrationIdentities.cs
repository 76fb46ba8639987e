namespace Talent.Demonstration;

/// <summary>
/// The fixed identities of the demonstration: the same for every seed, size and day, so that sign-in accounts can be tied to them
/// before any data is loaded. They belong to invented people and an invented group.
/// </summary>
public static class DemonstrationIdentities
{
    /// <summary>The first demonstration group: the one the director works in.</summary>
    public const string FirstGroupId = "01942000-0000-7000-8000-000000000001";

    /// <summary>Account of the human-resources director of the first group.</summary>
    public const string DirectorAccountId = "01942000-0000-7000-8000-0000000000a1";

    /// <summary>The human-resources director: holds the post of chief people officer of the first group.</summary>
    public const string DirectorPersonId = "01942000-0000-7000-8000-0000000000b1";

    /// <summary>Account of a leader of the first group.</summary>
    public const string LeaderAccountId = "01942000-0000-7000-8000-0000000000a2";

    /// <summary>The leader: a site chief executive of the first group who is named for several posts.</summary>
    public const string LeaderPersonId = "01942000-0000-7000-8000-0000000000b2";

    /// <summary>Account of a member of the NHS Leadership Academy's staff. No person record belongs to it.</summary>
    public const string AcademyAccountId = "01942000-0000-7000-8000-0000000000a3";

    /// <summary>Account of the system administrator. No person record belongs to it.</summary>
    public const string AdministratorAccountId = "01942000-0000-7000-8000-0000000000a4";
}
