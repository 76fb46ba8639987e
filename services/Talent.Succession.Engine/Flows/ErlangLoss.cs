namespace Talent.Succession.Engine.Flows;

/// <summary>
/// Vacancies that come at random and find a number of people, each of whom is taken for some time and then there again: the loss formula
/// of Erlang (1917). Where vacancies are Poisson, and nobody waits, the share that finds nobody is B(c, a) = (a^c / c!) / (sum of a^k / k!
/// for k from 0 to c) with c people and the load a, whatever the distribution of the time that people are taken (Sevastyanov 1957).
/// <para>
/// It is no oracle of our trials: in them whoever moves again leaves a post behind, which is a further vacancy and not one at random.
/// </para>
/// </summary>
public static class ErlangLoss
{
    /// <summary>The share of vacancies that finds nobody, 0 to 1, by the recursion B(c) = a B(c - 1) / (c + a B(c - 1)) from B(0) = 1.
    /// </summary>
    /// <param name="people">How many people there are, 0 or more.</param>
    /// <param name="load">Vacancies that come while one person is taken, on average: their rate times that time; 0 or more.</param>
    /// <exception cref="ArgumentException">The people or the load are negative.</exception>
    public static double FindNobody(int people, double load)
    {
        Require.AtLeastZero(people, "the number of people");
        Require.AtLeastZero(load, "the load");
        var share = 1.0;
        for (var count = 1; count <= people; count++) share = load * share / (count + (load * share));
        return share;
    }

    /// <summary>The least number of people with whom less than a share of the vacancies finds nobody; 0 without any vacancy.</summary>
    /// <param name="load">Vacancies that come while one person is taken, on average; 0 to 100,000.</param>
    /// <param name="share">Above 0 and at most 1.</param>
    /// <exception cref="ArgumentException">The load or the share lies outside its range.</exception>
    public static int PeopleNeeded(double load, double share)
    {
        Require.Between(load, 0, 100_000, "the load");
        Require.Between(share, double.Epsilon, 1, "the share of vacancies that may find nobody");
        if (load == 0) return 0;
        var people = 0;
        for (var left = 1.0; left >= share; left = load * left / (people + (load * left))) people++;
        return people;
    }
}
