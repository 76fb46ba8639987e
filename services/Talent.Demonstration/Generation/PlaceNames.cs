namespace Talent.Demonstration.Generation;

/// <summary>Names of places that do not exist, made from two halves. A test holds them against the real register.</summary>
internal static class PlaceNames
{
    private static readonly string[] Beginnings =
    [
        "Lantern", "Quill", "Ember", "Thimble", "Marigold", "Falcon", "Saffron", "Juniper", "Pebble", "Magpie", "Velvet", "Acorn",
        "Compass", "Teasel", "Copper", "Nettle", "Harebell", "Kestrel", "Mistle", "Sorrel", "Candle", "Tinder", "Wren", "Anvil",
    ];

    private static readonly string[] Endings =
    [
        "spire", "hollow", "mere", "haven", "gate", "reach", "fell", "water", "strand", "moor", "croft", "garth",
    ];

    /// <summary>How many different names there are.</summary>
    public static int Count => Beginnings.Length * Endings.Length;

    /// <summary>Every name once, in an order by lot; neighbours differ in both halves as far as possible.</summary>
    public static List<string> Shuffled(RandomSource random)
    {
        var beginnings = random.Shuffle(Beginnings);
        var endings = random.Shuffle(Endings);
        // 24 beginnings and 12 endings: a step of one in both halves comes back to its start after 24 names, so each round shifts.
        return
        [
            .. Enumerable.Range(0, Count).Select(number =>
                beginnings[number % Beginnings.Length] + endings[(number + (number / Beginnings.Length)) % Endings.Length]),
        ];
    }
}
