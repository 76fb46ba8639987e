using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Calibration;

/// <summary>A published figure to hold the model against.</summary>
public sealed record PublishedFigure
{
    /// <summary>States a figure.</summary>
    /// <param name="number">What was published: a value, or a range where sources differ.</param>
    /// <param name="tolerance">How far the model may lie outside of it, in the unit of the figure, 0 or more.</param>
    /// <exception cref="ArgumentException">The tolerance is negative.</exception>
    public PublishedFigure(ReferenceNumber number, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(number);
        (Number, Tolerance) = (number, Require.AtLeastZero(tolerance, "the tolerance of a published figure"));
    }

    /// <summary>What was published.</summary>
    public ReferenceNumber Number { get; }

    /// <summary>How far the model may lie outside of it.</summary>
    public double Tolerance { get; }
}

/// <summary>How many holders a kind of post had at each of many trusts within some years.</summary>
/// <param name="Years">The years.</param>
/// <param name="One">Part of the trusts with one holder.</param>
/// <param name="Two">Part with two.</param>
/// <param name="More">Part with three or more.</param>
public sealed record PublishedHolders(ReferenceNumber Years, PublishedFigure One, PublishedFigure Two, PublishedFigure More);

/// <summary>The executive posts that a trust is taken to have, one of each family.</summary>
public sealed record ExecutivePosts
{
    /// <summary>States the posts.</summary>
    /// <param name="families">Their families, each once, at least one.</param>
    /// <param name="source">Publication or assumption they come from.</param>
    /// <param name="validFrom">First day they apply.</param>
    /// <exception cref="ArgumentException">There is no family, or one is there twice, or the source is blank.</exception>
    public ExecutivePosts(IEnumerable<FamilyKey> families, string source, DateOnly validFrom)
    {
        Families = Require.Distinct(families, family => family, "the families of a trust's executive posts");
        if (Families.Count == 0)
            throw new ArgumentException("Name the families of a trust's executive posts: there are none.", nameof(families));
        Number = new ReferenceNumber(Estimate.Exact(Families.Count), source, validFrom);
    }

    /// <summary>Their families.</summary>
    public IReadOnlyList<FamilyKey> Families { get; }

    /// <summary>How many they are, and where that comes from.</summary>
    public ReferenceNumber Number { get; }
}

/// <summary>What was counted in England of posts like those of a board, as data. None of it goes into the model but to choose its rates.
/// </summary>
/// <param name="ChiefExecutives">Chief executives at each trust over some years.</param>
/// <param name="ExitsAYear">Part of the chief executives who leave in a year.</param>
/// <param name="MedianYears">Median years of a chief executive in post. Whether terms that ended were counted, or terms up to a day, is
/// not known.</param>
/// <param name="AppointedWithinOneYear">Part of the executive directors who took up their post within the last year.</param>
/// <param name="AppointedWithinThreeYears">The same within the last three years.</param>
/// <param name="PostsVacant">Part of the executive posts that are vacant or filled by an interim.</param>
/// <param name="TrustsWithVacancy">Part of the trusts with at least one such post.</param>
/// <param name="TimeVacant">Part of the time in which a chief executive's post is vacant.</param>
/// <param name="Executives">The executive posts of a trust.</param>
public sealed record PublishedFigures(
    PublishedHolders ChiefExecutives, PublishedFigure ExitsAYear, PublishedFigure MedianYears, PublishedFigure AppointedWithinOneYear,
    PublishedFigure AppointedWithinThreeYears, PublishedFigure PostsVacant, PublishedFigure TrustsWithVacancy, PublishedFigure TimeVacant,
    ExecutivePosts Executives);
