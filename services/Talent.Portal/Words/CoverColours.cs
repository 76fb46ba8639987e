using Talent.Succession.V1;

namespace Talent.Portal.Words;

/// <summary>Colours that repeat what the words about cover say.</summary>
public static class CoverColours
{
    /// <summary>The colour of a kind of cover.</summary>
    public static string Of(Cover cover) => cover switch
    {
        Cover.Confirmed => "green",
        Cover.NotYetReady => "blue",
        Cover.NeededElsewhere => "purple",
        _ => "grey",
    };
}
