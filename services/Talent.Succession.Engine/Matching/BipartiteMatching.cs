namespace Talent.Succession.Engine.Matching;

/// <summary>Pairs of a left and a right vertex, each vertex in at most one pair.</summary>
public sealed class BipartiteMatching
{
    /// <summary>No partner.</summary>
    public const int None = -1;

    private readonly int[] rightOf;
    private readonly int[] leftOf;

    internal BipartiteMatching(int[] rightOf, int[] leftOf) => (this.rightOf, this.leftOf) = (rightOf, leftOf);

    /// <summary>Number of pairs.</summary>
    public int Size => rightOf.Count(right => right != None);

    /// <summary>Left vertices without a partner, ascending.</summary>
    public IReadOnlyList<int> Bare => [.. Enumerable.Range(0, rightOf.Length).Where(left => rightOf[left] == None)];

    /// <summary>Partner of a left vertex, or <see cref="None"/>.</summary>
    public int RightOf(int left) => rightOf[left];

    /// <summary>Partner of a right vertex, or <see cref="None"/>.</summary>
    public int LeftOf(int right) => leftOf[right];
}
