namespace Talent.Development.Domain;

/// <summary>When a person is expected to be ready for a family of posts, who said so, and who may see it.</summary>
public sealed record ReadinessStatement
{
    /// <summary>States it.</summary>
    /// <param name="family">Key of the role family.</param>
    /// <param name="level">Tier of posts.</param>
    /// <param name="readiness">When; unknown: asked, and not known.</param>
    /// <param name="source">Who said so.</param>
    /// <param name="statedOn">The day it was stated.</param>
    /// <param name="today">Today: nothing is stated later.</param>
    /// <param name="audience">Who may see it, as far as the person's sharing choice does not narrow it.</param>
    /// <exception cref="RuleException">The family is none of the reference data's, or the day lies ahead.</exception>
    public ReadinessStatement(
        string family, PostLevel level, Readiness readiness, StatementSource source, DateOnly statedOn, DateOnly today, Audience audience)
    {
        if (!ReferenceKeys.RoleFamilies.Contains(family))
            throw new RuleException("family", "Give the key of a role family, for example chief-executive.");
        if (statedOn > today)
            throw new RuleException("stated_on", "Give the day it was stated: today or earlier.");
        (Family, Level, Readiness, Source, StatedOn, Audience) = (family, level, readiness, source, statedOn, audience);
    }

    /// <summary>Key of the role family.</summary>
    public string Family { get; }

    /// <summary>Tier of posts.</summary>
    public PostLevel Level { get; }

    /// <summary>When the person is expected to be ready.</summary>
    public Readiness Readiness { get; }

    /// <summary>Who said so.</summary>
    public StatementSource Source { get; }

    /// <summary>The day it was stated.</summary>
    public DateOnly StatedOn { get; }

    /// <summary>Who may see it, as far as the person's sharing choice does not narrow it.</summary>
    public Audience Audience { get; }

    /// <summary>
    /// Who may see a statement in the end. The person's choice about readiness limits every statement. Without a choice the person's own
    /// statements keep the audience they were given, and what others said stays with the person.
    /// </summary>
    /// <param name="source">Who made the statement.</param>
    /// <param name="given">The audience the statement was given.</param>
    /// <param name="choice">The person's choice about readiness; null: none was made.</param>
    public static Audience AudienceOf(StatementSource source, Audience given, Audience? choice) => (source, choice) switch
    {
        (_, { } limit) => given.Within(limit),
        (StatementSource.Self, null) => given,
        _ => Audience.OnlyMe,
    };
}
