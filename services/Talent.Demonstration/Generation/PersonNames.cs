namespace Talent.Demonstration.Generation;

/// <summary>
/// Names of people who do not exist: a given and a family name put together by lot, from the traditions found among the NHS's staff.
/// One in eight family names joins two traditions.
/// </summary>
internal sealed class PersonNames(RandomSource random)
{
    private const int TriesForAnUnusedName = 40;

    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    public string Next()
    {
        var name = Draw();
        for (var tried = 1; tried < TriesForAnUnusedName && used.Contains(name); tried++)
            name = Draw();
        used.Add(name);
        return name;
    }

    private string Draw()
    {
        var tradition = random.PickWeighted(NameTraditions.All);
        var family = random.Pick(tradition.Family);
        if (random.Chance(0.125))
        {
            var other = random.Pick(random.PickWeighted(NameTraditions.All).Family);
            family = other == family ? family : $"{family}-{other}";
        }
        return $"{random.Pick(tradition.Given)} {family}";
    }
}
