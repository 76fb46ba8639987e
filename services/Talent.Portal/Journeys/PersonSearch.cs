using Talent.Development.V1;
using Talent.Portal.Reading;

namespace Talent.Portal.Journeys;

/// <summary>Makes the question for a person of a group.</summary>
public sealed class PersonSearch(PersonService.PersonServiceClient people, PeopleDirectory directory)
{
    /// <summary>Asks for a person of the group, offering those whose name contains what is looked for.</summary>
    /// <param name="words">The question.</param>
    /// <param name="groupId">Id of the group.</param>
    /// <param name="find">What is looked for; empty for everybody.</param>
    /// <param name="address">Address of the form, without its step.</param>
    /// <param name="answers">The answers so far.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<PersonQuestion> AskAsync(
        string words, string groupId, string? find, string address, JourneyAnswers answers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var request = new ListPeopleRequest { GroupId = groupId, NameContains = find?.Trim() ?? "", PageSize = PersonQuestion.MostOffered };
        var found = await people.ListPeopleAsync(request, cancellationToken: cancellation);
        var chosen = answers[PersonKey];
        return new PersonQuestion(PersonKey, words)
        {
            Name = "Person",
            Offered = [.. found.People.Where(person => person.DisplayName.Length > 0)],
            Find = find?.Trim() ?? "",
            ChosenName = chosen.Length == 0 ? "" : (await directory.FindAsync([chosen], cancellation)).Of(chosen),
            Address = $"{address}/{PersonKey}",
            Belongs = (id, token) => BelongsAsync(id, groupId, token),
        };
    }

    private async Task<bool> BelongsAsync(string personId, string groupId, CancellationToken cancellation)
    {
        var found = await people.BatchGetPeopleAsync(new BatchGetPeopleRequest { Ids = { personId } }, cancellationToken: cancellation);
        return found.People.Any(person => person.Id == personId && (groupId.Length == 0 || person.GroupId == groupId));
    }

    /// <summary>Key of the answer.</summary>
    public const string PersonKey = "person";
}
