using FsCheck;
using FsCheck.Fluent;
using Talent.Succession.Engine.Flows;

namespace Talent.Succession.Engine.Tests.Properties;

/// <summary>What holds of any chain that ends and of any flow of staff.</summary>
public sealed class ChainPropertyTests
{
    [Fact]
    public void Visits_AnyChain_AreTheInverse() => Cases.Check(Chains(), moves =>
    {
        var visits = new AbsorbingChain(moves).Visits;
        for (var row = 0; row < moves.Size; row++)
        {
            for (var column = 0; column < moves.Size; column++)
            {
                var product = visits[row, column]
                    - Enumerable.Range(0, moves.Size).Sum(state => moves[row, state] * visits[state, column]);
                Assert.Equal(row == column ? 1 : 0, product, 1e-9);
            }
        }
    });

    [Fact]
    public void Steps_AnyChain_AreOneMoreThanFromWhereItGoes() => Cases.Check(Chains(), moves =>
    {
        var steps = new AbsorbingChain(moves).Steps();
        for (var state = 0; state < moves.Size; state++)
            Assert.Equal(1 + moves.Row(state).Zip(steps, (probability, more) => probability * more).Sum(), steps[state], 1e-8);
    });

    [Fact]
    public void EndsIn_AnyChainWithTwoEndings_AddUpToCertainty() => Cases.Check(Chains(), moves =>
    {
        var endings = Enumerable.Range(0, moves.Size).Select(state =>
        {
            var left = Math.Max(0, 1 - moves.Row(state).Sum());
            return (IReadOnlyList<double>)[left * 0.3, left * 0.7];
        });
        var chain = new AbsorbingChain(moves, endings);

        Assert.All(chain.EndsIn(0).Zip(chain.EndsIn(1)), pair => Assert.Equal(1, pair.First + pair.Second, 1e-9));
    });

    [Fact]
    public void Next_AnyStaff_NobodyIsLostOrMade() => Cases.Check(Chains(), moves =>
    {
        var flow = new StaffFlow(moves);
        double[] staff = [.. Enumerable.Range(1, moves.Size).Select(level => 10.0 * level)];

        Assert.Equal(staff.Sum(), flow.Next(staff).Sum() + flow.Exits(staff), 1e-9);
    });

    // Of 20 parts each row gives some to every state; at least one part is left, so that every state is left for good.
    private static Arbitrary<SquareMatrix> Chains() => (
        from size in Gen.Choose(1, 5)
        from parts in Gen.ListOf(Gen.ListOf(Gen.Choose(0, 19), size), size)
        select new SquareMatrix(parts.Select(row => (IReadOnlyList<double>)
            [.. row.Select(part => part / Math.Max(20.0, row.Sum() + 1.0))]))).ToArbitrary();
}
