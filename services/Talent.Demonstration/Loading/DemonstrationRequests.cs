using Talent.Development.V1;
using Talent.Roles.V1;
using Talent.Succession.V1;

namespace Talent.Demonstration.Loading;

/// <summary>
/// The requests that record demonstration data, in the order in which they may be sent. Ids and bytes are the same in every run. The first
/// group agrees its criticalities last of all: by that a later run knows that the load was complete.
/// </summary>
internal sealed class DemonstrationRequests(DemonstrationSettings settings, DemonstrationData data)
{
    private const int LargestBatch = 500;

    public IEnumerable<BatchCreateOrganisationsRequest> Organisations() => data.Organisations.Chunk(LargestBatch)
        .Select((batch, number) => new BatchCreateOrganisationsRequest { RequestId = Id("organisations", number), Organisations = { batch } });

    public IEnumerable<CreateGroupRequest> Groups() => data.Groups.Select((group, number) =>
    {
        var formed = group.Group.Clone();
        if (number == 0)
            formed.CriticalityAgreedOn = null;
        return new CreateGroupRequest { RequestId = Id("group", number), Group = formed };
    });

    public IEnumerable<BatchCreatePostsRequest> Posts() => data.Groups.SelectMany(group => group.Posts.Chunk(LargestBatch))
        .Select((batch, number) => new BatchCreatePostsRequest { RequestId = Id("posts", number), Posts = { batch } });

    public IEnumerable<BatchCreatePeopleRequest> People() => data.Groups.SelectMany(PeopleOf)
        .Select((request, number) =>
        {
            request.RequestId = Id("people", number);
            return request;
        });

    public IEnumerable<BatchCreateNominationsRequest> Nominations() => data.Groups.SelectMany(group => group.Nominations.Chunk(LargestBatch))
        .Select((batch, number) => new BatchCreateNominationsRequest { RequestId = Id("nominations", number), Nominations = { batch } });

    public UpdateGroupRequest Completion() => new()
    {
        RequestId = Id("complete", 0),
        Group = new Group { Id = data.Groups[0].Group.Id, CriticalityAgreedOn = data.Groups[0].Group.CriticalityAgreedOn },
        UpdateMask = { "criticality_agreed_on" },
    };

    /// <summary>Whether the first group shows that everything before was recorded.</summary>
    public static bool IsCompleted(Group first) => first.CriticalityAgreedOn is not null;

    // Statements, choices and credentials travel with the people they are about.
    private static IEnumerable<BatchCreatePeopleRequest> PeopleOf(DemonstrationGroup group)
    {
        var statements = group.Statements.ToLookup(statement => statement.PersonId, StringComparer.Ordinal);
        var choices = group.Choices.ToLookup(choice => choice.PersonId, StringComparer.Ordinal);
        var credentials = group.Credentials.ToLookup(credential => credential.PersonId, StringComparer.Ordinal);
        return group.People.Chunk(LargestBatch).Select(batch => new BatchCreatePeopleRequest
        {
            People = { batch },
            ReadinessStatements = { batch.SelectMany(person => statements[person.Id]) },
            SharingChoices = { batch.SelectMany(person => choices[person.Id]) },
            Credentials = { batch.SelectMany(person => credentials[person.Id]) },
        });
    }

    private string Id(string kind, int number) => $"demonstration-{settings.Size}-{settings.Seed}-{kind}-{number}";
}
