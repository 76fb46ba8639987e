namespace Talent.Development.Domain;

/// <summary>What is recorded about a person: how the person is called, and where the person works.</summary>
public sealed record PersonDetails
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 200;

    private const int LongestCode = 32;

    /// <summary>States the details.</summary>
    /// <param name="displayName">Name as the person wants it shown.</param>
    /// <param name="groupId">Id of the group; empty: none, or not known.</param>
    /// <param name="employerCode">Code of the employing organisation; empty: not known.</param>
    /// <param name="managerId">Id of the manager; empty: none, or not known.</param>
    /// <param name="controllerCode">Code of the organisation that controls the record.</param>
    /// <exception cref="RuleException">A name is missing or too long, or an id or code does not have its form.</exception>
    public PersonDetails(string displayName, string groupId, string employerCode, string managerId, string controllerCode)
    {
        DisplayName = displayName.Trim();
        if (DisplayName.Length is 0 or > LongestName || DisplayName.Any(char.IsControl))
            throw new RuleException("display_name", $"Give the person's name, in one line of at most {LongestName} characters.");
        GroupId = Identity("group_id", groupId);
        EmployerCode = Code("employer_code", employerCode);
        ManagerId = Identity("manager_id", managerId);
        ControllerCode = Code("controller_code", controllerCode);
        if (ControllerCode.Length == 0)
            throw new RuleException("controller_code", "Give the code of the organisation that controls the record: the one that made it.");
    }

    /// <summary>Name as the person wants it shown.</summary>
    public string DisplayName { get; }

    /// <summary>Id of the group; empty: none, or not known.</summary>
    public string GroupId { get; }

    /// <summary>Code of the employing organisation; empty: not known.</summary>
    public string EmployerCode { get; }

    /// <summary>Id of the manager; empty: none, or not known.</summary>
    public string ManagerId { get; }

    /// <summary>Code of the organisation that controls the record.</summary>
    public string ControllerCode { get; }

    /// <summary>The name in the form that searches compare.</summary>
    public string SearchName => SearchFormOf(DisplayName);

    /// <summary>A text in the form that searches compare: capitals make no difference.</summary>
    public static string SearchFormOf(string text) => text.Trim().ToUpperInvariant();

    /// <summary>An identity: empty, or a UUID, so that no name and no address passes as one.</summary>
    /// <exception cref="RuleException">It is neither.</exception>
    public static string Identity(string field, string value) => value.Length == 0 || ServiceDefaults.Identity.IsWellFormed(value)
        ? value
        : throw new RuleException(field, "Give an id as this system makes them: a UUID of 36 characters, lower case, with hyphens.");

    // As the register of organisations takes it.
    private static string Code(string field, string value) =>
        value.Length <= LongestCode && value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.')
            ? value
            : throw new RuleException(
                field, $"Give the code of an organisation: letters, digits, hyphens and full stops, at most {LongestCode}.");
}
