namespace Talent.Demonstration;

/// <summary>The demonstration data cannot be loaded; the sentence says why and what to do.</summary>
public sealed class DemonstrationLoadException : Exception
{
    internal DemonstrationLoadException(string sentence, Exception? cause = null)
        : base(sentence, cause)
    {
    }
}
