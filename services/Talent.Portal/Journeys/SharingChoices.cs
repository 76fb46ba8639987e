using Talent.Development.V1;
using Talent.Portal.Components;
using Talent.Portal.Words;

namespace Talent.Portal.Journeys;

/// <summary>Who may see something: the choices that a person has, the narrowest first.</summary>
public static class SharingChoices
{
    /// <summary>The choices.</summary>
    public static IReadOnlyList<Choice> All { get; } =
    [
        Of(Audience.OnlyMe, "It never enters a count, a search or an export."),
        Of(Audience.MyManager, null),
        Of(Audience.MyGroup, null),
        Of(Audience.NationalPoolWithoutMyGroup, "It never enters anything that your employer can reach."),
        Of(Audience.NationalPool, null),
    ];

    private static Choice Of(Audience audience, string? hint) => new($"{(int)audience}", Vocabulary.Say(audience)) { Hint = hint };
}
