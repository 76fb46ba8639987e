using Talent.Succession.Engine.Assignments;

namespace Talent.Succession.Engine.Tests;

/// <summary>The heap against a table that is searched from end to end.</summary>
public sealed class NearestFirstTests
{
    private const int Columns = 40;

    [Fact]
    public void TryTake_RandomDistancesAndShortenings_TakesTheNearestAndOfEqualOnesTheLowest()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var heap = new NearestFirst(Columns);
            var waiting = new Dictionary<int, double>();
            var taken = new HashSet<int>();
            for (var step = 0; step < 200; step++)
            {
                var column = random.Next(Columns);
                if (random.Next(3) > 0 && !taken.Contains(column))
                {
                    var at = waiting.TryGetValue(column, out var before) ? Math.Min(before, random.Next(12)) : random.Next(12);
                    waiting[column] = at;
                    heap.Put(column, at);
                }
                else if (heap.TryTake(out var found))
                {
                    Assert.Equal(waiting.OrderBy(each => each.Value).ThenBy(each => each.Key).First().Key, found);
                    waiting.Remove(found);
                    taken.Add(found);
                }

                Assert.Equal(waiting.Keys.Order(), heap.Waiting.ToArray().Order());
                Assert.All(Enumerable.Range(0, Columns), each => Assert.Equal(taken.Contains(each), heap.HasTaken(each)));
            }
        }
    }

    [Fact]
    public void TryTake_NothingWaits_IsFalse()
    {
        Assert.False(new NearestFirst(Columns).TryTake(out var column));
        Assert.Equal(-1, column);
    }

    [Fact]
    public void Clear_TakenAndWaiting_ForgetsBoth()
    {
        var heap = new NearestFirst(Columns);
        heap.Put(3, 1);
        heap.Put(7, 2);
        heap.Put(9, 3);
        Assert.True(heap.TryTake(out var taken));
        heap.Clear([taken]);
        Assert.Equal(0, heap.Waiting.Length);
        Assert.False(heap.HasTaken(3));
        heap.Put(9, 5);
        heap.Put(3, 4);
        Assert.True(heap.TryTake(out var first) && heap.TryTake(out var second) && (first, second) == (3, 9));
        Assert.False(heap.TryTake(out _));
    }
}
