using System.Globalization;
using Talent.Development.V1;

namespace Talent.Portal.Reading;

/// <summary>Names of people, for one page.</summary>
/// <param name="names">Names by person id, of those that the caller may see.</param>
public sealed class PeopleNames(IReadOnlyDictionary<string, string> names)
{
    private static readonly StringComparer Alphabet = StringComparer.Create(CultureInfo.GetCultureInfo("en-GB"), CompareOptions.IgnoreCase);

    /// <summary>Nobody's name.</summary>
    public static PeopleNames None { get; } = new(new Dictionary<string, string>());

    /// <summary>Ids of those whose names the caller may see.</summary>
    public IEnumerable<string> Known => names.Keys;

    /// <summary>Whether the caller may see the name.</summary>
    public bool Knows(string personId) => names.ContainsKey(personId);

    /// <summary>The name, or words that say that it is not shown.</summary>
    public string Of(string personId) => names.TryGetValue(personId, out var name) ? name : "Name not shown";

    /// <summary>People in alphabetical order, as lists of people always are; those whose name is not shown come last.</summary>
    public IReadOnlyList<T> Alphabetical<T>(IEnumerable<T> items, Func<T, string> personId) =>
    [
        .. items.OrderBy(item => !Knows(personId(item))).ThenBy(item => Of(personId(item)), Alphabet)
            .ThenBy(personId, StringComparer.Ordinal),
    ];
}

/// <summary>Looks up the names of people; the Development service alone holds them and leaves out those the caller may not see.</summary>
public sealed class PeopleDirectory(PersonService.PersonServiceClient people)
{
    private const int MostAtOnce = 1000;

    /// <summary>The names of everybody who works in a group, as far as the caller may see them.</summary>
    public async Task<PeopleNames> OfGroupAsync(string groupId, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>();
        var request = new ListPeopleRequest { GroupId = groupId, PageSize = MostAtOnce };
        do
        {
            var page = await people.ListPeopleAsync(request, cancellationToken: cancellation);
            foreach (var person in page.People.Where(person => person.DisplayName.Length > 0))
                names[person.Id] = person.DisplayName;
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return new PeopleNames(names);
    }

    /// <summary>The names of people by their ids; empty ids are passed over.</summary>
    public async Task<PeopleNames> FindAsync(IEnumerable<string> personIds, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>();
        foreach (var ids in personIds.Where(id => id.Length > 0).Distinct().Chunk(MostAtOnce))
        {
            var request = new BatchGetPeopleRequest { Ids = { ids } };
            var found = await people.BatchGetPeopleAsync(request, cancellationToken: cancellation);
            foreach (var person in found.People.Where(person => person.DisplayName.Length > 0))
                names[person.Id] = person.DisplayName;
        }
        return new PeopleNames(names);
    }
}
