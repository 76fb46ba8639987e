namespace Talent.Demonstration.Generation;

/// <summary>Which posts of a group serve several of its trusts, and whose deputies have accepted. Trusts by their number in the group.</summary>
internal sealed record Arrangement
{
    /// <summary>The trusts of each chair; every trust is in one.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Chairs { get; init; }

    /// <summary>The trusts of each chief executive; every trust is in one, and one that is shared never crosses two chairs.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> ChiefExecutives { get; init; }

    /// <summary>Families whose post is shared wherever the chief executive is.</summary>
    public required IReadOnlySet<string> SharedFamilies { get; init; }

    /// <summary>Families of which one person holds the post of every trust.</summary>
    public IReadOnlySet<string> OneHolderFamilies { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether this is the first group, whose benches and deputies are set by hand to tell a story.</summary>
    public bool IsFirstGroup { get; init; }

    /// <summary>
    /// The first group: four boards, one chair, one chief executive around whom the post was made and for whom nobody has accepted to
    /// stand in; one finance director of all four trusts, with accepted deputies and a bench of its own.
    /// </summary>
    public static Arrangement FirstGroup { get; } = new()
    {
        Chairs = [[0, 1, 2, 3]],
        ChiefExecutives = [[0, 1, 2, 3]],
        SharedFamilies = new HashSet<string>(StringComparer.Ordinal) { Families.ChiefPeopleOfficer, Families.Strategy },
        OneHolderFamilies = new HashSet<string>(StringComparer.Ordinal) { Families.ChiefFinanceOfficer },
        IsFirstGroup = true,
    };
}
