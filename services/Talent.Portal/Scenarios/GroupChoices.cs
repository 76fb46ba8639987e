using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Pages;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.Roles.V1;

namespace Talent.Portal.Scenarios;

/// <summary>What the forms for changes offer of a group.</summary>
/// <param name="posts">Its posts, by title.</param>
/// <param name="people">Names of its people.</param>
/// <param name="organisations">Codes and names of its organisations.</param>
/// <param name="today">The day in London.</param>
public sealed class GroupChoices(
    IReadOnlyList<Post> posts, PeopleNames people, IReadOnlyList<(string Code, string Name)> organisations, DateOnly today)
{
    /// <summary>The day in London.</summary>
    public DateOnly Today { get; } = today;

    /// <summary>The people, by name.</summary>
    public IReadOnlyList<Choice> People { get; } =
        [.. people.Alphabetical(people.Known, id => id).Select(id => new Choice(id, people.Of(id)))];

    /// <summary>The posts, by title.</summary>
    public IReadOnlyList<Choice> Posts { get; } = [.. posts.Select(post => new Choice(post.Id, post.Title))];

    /// <summary>The organisations, by name.</summary>
    public IReadOnlyList<Choice> Organisations { get; } = [.. organisations.Select(each => new Choice(each.Code, each.Name))];

    /// <summary>The kinds of post there are.</summary>
    public IReadOnlyList<Choice> Families { get; } =
        [.. posts.Select(post => post.Family).Distinct().Select(key => new Choice(key, RoleFamilies.Say(key)))];

    /// <summary>Codes of the organisations that a post serves.</summary>
    public IReadOnlyList<string> ServedBy(string postId) =>
        [.. posts.Where(post => post.Id == postId).SelectMany(post => post.Served).Select(served => served.OrganisationCode)];

    /// <summary>Id of whoever holds a post substantively; empty when nobody does.</summary>
    public string HolderOf(string postId) => Running(postId)
        .FirstOrDefault(held => held.Kind == AppointmentKind.Substantive)?.PersonId ?? "";

    /// <summary>Codes of the organisations that somebody serves by a post.</summary>
    public IReadOnlyList<string> BoardsOf(string postId, string personId) => Running(postId)
        .FirstOrDefault(held => held.PersonId == personId) is { } appointment
        ? [.. ServedBy(postId).Where(code => PostTable.Serves(appointment, code, Today))]
        : ServedBy(postId);

    /// <summary>Asks for a person.</summary>
    public SelectQuestion AskPerson(string words, string key = "person") => new(key, words)
    {
        Name = words,
        Alone = false,
        Choices = People,
        Missing = "Select a person",
    };

    /// <summary>Asks for a post.</summary>
    public SelectQuestion AskPost(string words, string key = "post") => new(key, words)
    {
        Name = words,
        Alone = false,
        Choices = Posts,
        Missing = "Select a post",
    };

    private IEnumerable<Appointment> Running(string postId) =>
        posts.Where(post => post.Id == postId).SelectMany(post => PostTable.Running(post, Today));
}
