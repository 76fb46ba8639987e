namespace Talent.Roles.Domain;

/// <summary>Organisations that work under joint leadership. Several are members at once; each joins and leaves on its own days.</summary>
public sealed record Group
{
    /// <summary>Makes a group.</summary>
    /// <exception cref="RuleException">A rule is broken, for example one organisation is a member twice on the same day.</exception>
    public Group(
        string id,
        string title,
        IEnumerable<Dated<OrganisationCode>> members,
        OrganisationCode? region = null,
        DateOnly? criticalityAgreedOn = null)
    {
        Id = Text.Identity("id", id);
        Title = Text.Line("title", title);
        Members = [.. members
            .GroupBy(member => member.Value)
            .SelectMany(organisation => new DatedRows<OrganisationCode>(organisation).Rows)
            .OrderBy(member => member.Period.Start ?? DateOnly.MinValue)
            .ThenBy(member => member.Value.Value, StringComparer.Ordinal)];
        Region = region;
        CriticalityAgreedOn = criticalityAgreedOn;
    }

    /// <summary>Its identity.</summary>
    public string Id { get; }

    /// <summary>Its name.</summary>
    public string Title { get; }

    /// <summary>Its members over time, by the day they joined; the rows of one organisation never overlap.</summary>
    public ValueList<Dated<OrganisationCode>> Members { get; }

    /// <summary>The region that its return goes to. Null: not known.</summary>
    public OrganisationCode? Region { get; }

    /// <summary>When its criticalities were agreed. Null: they are not.</summary>
    public DateOnly? CriticalityAgreedOn { get; }

    /// <summary>The organisations in it on the day.</summary>
    public IEnumerable<OrganisationCode> MembersOn(DateOnly day) =>
        Members.Where(member => member.Period.Contains(day)).Select(member => member.Value);
}
