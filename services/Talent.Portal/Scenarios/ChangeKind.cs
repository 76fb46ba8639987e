using Talent.Messaging;

namespace Talent.Portal.Scenarios;

/// <summary>A kind of change that may be supposed.</summary>
/// <param name="Key">Its part of an address.</param>
/// <param name="Words">What is supposed, for example "Somebody leaves".</param>
/// <param name="Form">Makes its form, of what the group offers to choose from.</param>
public sealed record ChangeKind(string Key, string Words, Func<GroupChoices, IdentifierSource, ChangeForm> Form)
{
    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<ChangeKind> All { get; } =
    [
        new("leaves", "Somebody leaves", (group, _) => PeopleChanges.Leaves(group)),
        new("named", "Name a successor", (group, _) => PeopleChanges.Named(group)),
        new("ready", "Somebody is ready by a day", (group, _) => PeopleChanges.Ready(group)),
        new("shared", "Share a post", (group, _) => PostChanges.Shared(group)),
        new("split", "Split a post", PostChanges.Split),
        new("pause", "Pause recruitment from outside", (_, _) => GroupChanges.Pause()),
        new("term", "Extend a term", (group, _) => PeopleChanges.Term(group)),
        new("search", "Begin a search early", (group, _) => PostChanges.Search(group)),
        new("deputy", "A deputy accepts to stand in", (group, _) => PostChanges.Deputy(group)),
        new("programme", "People attend a programme", (group, _) => PeopleChanges.Programme(group)),
        new("merger", "Trusts merge", (group, _) => GroupChanges.Merger(group)),
    ];
}
