namespace Talent.Succession.Engine.Inputs;

/// <summary>
/// Where the rules draw their lines, as data of the group. A finding about a person's posts is raised when they are many, or serve many
/// organisations, or were designed around the holder, and cover is confirmed for too few of them.
/// </summary>
public sealed record RuleThresholds
{
    /// <summary>A named successor counts when certainly ready within this many days of the snapshot.</summary>
    public required ReferenceNumber CoverHorizonDays { get; init; }

    /// <summary>Successors who become ready later than that, but within this many days, shorten the time to fill a bare post.</summary>
    public required ReferenceNumber LaterHorizonDays { get; init; }

    /// <summary>So many posts in one hand are looked at.</summary>
    public required ReferenceNumber PostsHeld { get; init; }

    /// <summary>So many organisations relying on one person are looked at.</summary>
    public required ReferenceNumber OrganisationsServed { get; init; }

    /// <summary>A post designed around a person is looked at from so many organisations on.</summary>
    public required ReferenceNumber OrganisationsServedWhenDesignedAroundPerson { get; init; }

    /// <summary>Cover is enough when at least this part of the posts, 0 to 1, has deputies and a successor of its own.</summary>
    public required ReferenceNumber ShareOfPostsCovered { get; init; }

    /// <summary>NHS Code of governance 4.3: years on one board after which another term needs rigorous review.</summary>
    public required ReferenceNumber TermReviewYears { get; init; }

    /// <summary>NHS Code of governance 4.3: years on one board that are normally the most.</summary>
    public required ReferenceNumber TermLimitYears { get; init; }

    /// <summary>A term that ends within this many days is named among the reasons.</summary>
    public required ReferenceNumber TermWarningDays { get; init; }

    /// <summary>Families of office-holders whose terms the code limits.</summary>
    public required IReadOnlyList<FamilyKey> TermLimitedFamilies { get; init; }

    /// <summary>The family of chairs.</summary>
    public required FamilyKey ChairFamily { get; init; }

    /// <summary>The family of chief executives.</summary>
    public required FamilyKey ChiefExecutiveFamily { get; init; }
}
