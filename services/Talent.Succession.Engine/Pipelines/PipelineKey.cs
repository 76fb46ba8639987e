using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Pipelines;

/// <summary>Key of a region. The regions are data, so this is text.</summary>
public sealed record RegionKey
{
    /// <summary>Wraps a key.</summary>
    /// <param name="value">Any text with at least one visible character.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public RegionKey(string value) => Value = Require.Text(value, "the key of a region");

    /// <summary>The text as it was given.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>One pipeline: the posts of a family at one level of one region, and the people for them.</summary>
public sealed record PipelineKey
{
    /// <summary>Names a pipeline.</summary>
    /// <param name="family">The role family.</param>
    /// <param name="level">Where the posts sit.</param>
    /// <param name="region">The region, or null for posts that serve several regions or one that is not recorded.</param>
    public PipelineKey(FamilyKey family, PostLevel level, RegionKey? region)
    {
        ArgumentNullException.ThrowIfNull(family);
        (Family, Level, Region) = (family, Require.Defined(level, "the level of a pipeline"), region);
    }

    /// <summary>The role family.</summary>
    public FamilyKey Family { get; }

    /// <summary>Where the posts sit.</summary>
    public PostLevel Level { get; }

    /// <summary>The region; null for posts that serve several regions or one that is not recorded.</summary>
    public RegionKey? Region { get; }
}
