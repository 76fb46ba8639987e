namespace Talent.Development.Domain;

/// <summary>Who may see an aspiration or a readiness statement. The person chooses; without a choice it is the person alone.</summary>
public enum Audience
{
    /// <summary>The person alone.</summary>
    OnlyMe,

    /// <summary>The person's manager.</summary>
    MyManager,

    /// <summary>The human-resources team of the person's group, and the manager.</summary>
    MyGroup,

    /// <summary>The national talent pool, but nobody of the person's own group.</summary>
    NationalPoolWithoutMyGroup,

    /// <summary>The national talent pool, the own group and the manager.</summary>
    NationalPool,
}

/// <summary>What an audience means.</summary>
public static class AudienceRules
{
    [Flags]
    private enum Readers
    {
        Person = 1,
        Manager = 2,
        Group = 4,
        Pool = 8,
    }

    /// <summary>Whether the person's group may see and use it.</summary>
    public static bool IncludesGroup(this Audience audience) => ReadersOf(audience).HasFlag(Readers.Group);

    /// <summary>Whether the person's manager may see it.</summary>
    public static bool IncludesManager(this Audience audience) => ReadersOf(audience).HasFlag(Readers.Manager);

    /// <summary>The audience of what is limited by both: those who are in the one and in the other.</summary>
    public static Audience Within(this Audience audience, Audience limit)
    {
        var both = ReadersOf(audience) & ReadersOf(limit);
        return Enum.GetValues<Audience>().Single(each => ReadersOf(each) == both);
    }

    private static Readers ReadersOf(Audience audience) => audience switch
    {
        Audience.OnlyMe => Readers.Person,
        Audience.MyManager => Readers.Person | Readers.Manager,
        Audience.MyGroup => Readers.Person | Readers.Manager | Readers.Group,
        Audience.NationalPoolWithoutMyGroup => Readers.Person | Readers.Pool,
        Audience.NationalPool => Readers.Person | Readers.Manager | Readers.Group | Readers.Pool,
        _ => throw new ArgumentOutOfRangeException(nameof(audience), audience, "There is no such audience."),
    };
}
