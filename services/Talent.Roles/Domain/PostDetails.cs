namespace Talent.Roles.Domain;

/// <summary>A post that stands in for another while that has no holder.</summary>
/// <param name="PostId">Identity of the deputy post.</param>
/// <param name="Accepted">Whether its holder has accepted to stand in; otherwise it is named on paper only.</param>
/// <param name="AcceptedBy">Identity of the person who accepted: it counts while they hold the deputy post. Null: not known.</param>
/// <param name="AcceptedOn">When that person accepted. Null: not known.</param>
public sealed record Deputy(string PostId, bool Accepted, string? AcceptedBy = null, DateOnly? AcceptedOn = null);

/// <summary>What a post is, apart from whom it serves and who holds it.</summary>
public sealed record PostDetails
{
    /// <summary>Makes the details.</summary>
    /// <exception cref="RuleException">A rule is broken; the sentence says which.</exception>
    public PostDetails(
        string title,
        string family,
        Level level,
        Period period,
        double? daysPerWeek = null,
        int? criticality = null,
        ValueList<Deputy>? deputies = null,
        bool developmentPost = false,
        bool? designedAroundPerson = null,
        string? designedAroundEvidence = null)
    {
        Title = Text.Line("title", title);
        Family = Text.Line("family", family);
        Level = level;
        if (period.Start is null)
            throw RuleException.Invalid("period", "Give the first day of the post: since when a vacancy lasts depends on it.");
        Period = period;
        if (daysPerWeek is { } days && !(days > 0 && days <= 7))
            throw RuleException.Invalid("days_per_week", "The days a week must lie above 0 and be at most 7.");
        DaysPerWeek = daysPerWeek;
        if (criticality is < 1 or > 5)
            throw RuleException.Invalid("criticality", "The criticality goes from 1 (low) to 5 (high).");
        Criticality = criticality;
        Deputies = deputies ?? [];
        foreach (var deputy in Deputies)
            Check(deputy);
        if (Deputies.DistinctBy(deputy => deputy.PostId).Count() != Deputies.Count)
            throw RuleException.Invalid("deputies", "Name each deputy post once.");
        DevelopmentPost = developmentPost;
        DesignedAroundPerson = designedAroundPerson;
        DesignedAroundEvidence = designedAroundEvidence is null
            ? null
            : Text.Identity("designed_around_evidence_id", designedAroundEvidence);
    }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>Key of its role family (reference data).</summary>
    public string Family { get; }

    /// <summary>The tier it belongs to.</summary>
    public Level Level { get; }

    /// <summary>When it exists; the start is always known.</summary>
    public Period Period { get; }

    /// <summary>Days a week it is meant to take. Null: not known.</summary>
    public double? DaysPerWeek { get; }

    /// <summary>From 1 (low) to 5 (high). Null: not known.</summary>
    public int? Criticality { get; }

    /// <summary>Posts that stand in for it.</summary>
    public ValueList<Deputy> Deputies { get; }

    /// <summary>Whether it is kept as a step for people preparing for larger posts.</summary>
    public bool DevelopmentPost { get; }

    /// <summary>Whether it was created around one person. Null: not known.</summary>
    public bool? DesignedAroundPerson { get; }

    /// <summary>Identity of the text that holds the evidence for that. Null: none is recorded.</summary>
    public string? DesignedAroundEvidence { get; }

    /// <summary>The same details with other days a week.</summary>
    public PostDetails WithDays(double daysPerWeek) => new(
        Title, Family, Level, Period, daysPerWeek, Criticality, Deputies, DevelopmentPost, DesignedAroundPerson, DesignedAroundEvidence);

    private static void Check(Deputy deputy)
    {
        Text.Identity("deputies.post_id", deputy.PostId);
        if (deputy.AcceptedBy is { } person)
            Text.Identity("deputies.accepted_by_person_id", person);
        if (!deputy.Accepted && (deputy.AcceptedBy is not null || deputy.AcceptedOn is not null))
            throw RuleException.Invalid("deputies.accepted", "Say that the deputy has accepted, or leave out who did and when.");
    }
}
