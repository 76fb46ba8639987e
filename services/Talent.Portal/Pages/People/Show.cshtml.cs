using Grpc.Core;
using Talent.Development.V1;
using Talent.Portal.Access;
using Talent.Portal.Reading;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.People;

/// <summary>A person: posts, readiness as far as it is shared, and what the group would lose.</summary>
[Permits(Permission.ReadPeople)]
public sealed class ShowModel(
    PersonService.PersonServiceClient people, PostService.PostServiceClient posts, BoardService.BoardServiceClient boards,
    GroupDirectory groups, PostDirectory postDirectory, ForecastReading forecasts, OrganisationDirectory organisations) : PortalPage
{
    /// <summary>The person.</summary>
    public Person Person { get; private set; } = new();

    /// <summary>Posts held now, earlier and later; null when the caller may not see them.</summary>
    public IReadOnlyList<Post>? Posts { get; private set; }

    /// <summary>Readiness statements that the caller may see; null when the caller may see none.</summary>
    public IReadOnlyList<ReadinessStatement>? Readiness { get; private set; }

    /// <summary>What is recorded of registrations and qualifications; what is not there is not known.</summary>
    public IReadOnlyList<Credential> Credentials { get; private set; } = [];

    /// <summary>What the group would lose; null when the caller may not see it.</summary>
    public GetPersonOutlookResponse? Outlook { get; private set; }

    /// <summary>What the group would lose in the trials of the full forecast; null when that is not known.</summary>
    public DependencyForecast? Dependency { get; private set; }

    /// <summary>Titles of the posts of the person's group.</summary>
    public PostTitles Titles { get; private set; } = new(new Dictionary<string, string>());

    /// <summary>Name of the employer.</summary>
    public string Employer { get; private set; } = "not known";

    /// <summary>Title of the group the person works in.</summary>
    public string Group { get; private set; } = "not known";

    /// <summary>Reads the person.</summary>
    public async Task OnGetAsync(string personId)
    {
        Person = (await people.GetPersonAsync(new GetPersonRequest { Id = personId }, cancellationToken: Aborted)).Person;
        Describe(Person.DisplayName.Length > 0 ? Person.DisplayName : "A person whose name is not shown", Home);
        if (Person.EmployerCode.Length > 0)
            Employer = (await organisations.FindAsync([Person.EmployerCode], Aborted)).Of(Person.EmployerCode);
        if (Person.GroupId.Length > 0 && Caller.Holds(Permission.ReadRegister))
            Group = (await groups.FindAsync(Person.GroupId, Aborted)).Title;
        if (Caller.Holds(Permission.ReadAppointments))
            await ReadPostsAsync(personId);
        if (Caller.Holds(Permission.ReadReadiness))
        {
            var request = new ListReadinessStatementsRequest { PersonId = personId };
            Readiness = (await people.ListReadinessStatementsAsync(request, cancellationToken: Aborted)).Statements;
        }
        var asked = new ListCredentialsRequest { PersonId = personId };
        Credentials = (await people.ListCredentialsAsync(asked, cancellationToken: Aborted)).Credentials;
        if (Caller.Holds(Permission.ReadBoards) && !Caller.IsSelf(personId))
            await ReadOutlookAsync(personId);
    }

    private async Task ReadPostsAsync(string personId)
    {
        var request = new ListPersonAppointmentsRequest { PersonId = personId, IncludeEnded = true };
        Posts = (await posts.ListPersonAppointmentsAsync(request, cancellationToken: Aborted)).Posts;
        if (Person.GroupId.Length > 0 && Caller.Holds(Permission.ReadPosts))
            Titles = await postDirectory.TitlesAsync(Person.GroupId, Aborted);
    }

    private async Task ReadOutlookAsync(string personId)
    {
        try
        {
            Outlook = await boards.GetPersonOutlookAsync(new GetPersonOutlookRequest { PersonId = personId }, cancellationToken: Aborted);
        }
        catch (RpcException refused) when (OwnPostRule.Hidden(refused))
        {
            // Somebody of another group: the name may be seen, what a group would lose may not.
            Outlook = null;
        }
        if (Outlook?.PostsHeld.FirstOrDefault() is { } held && Person.GroupId.Length > 0)
            Dependency = await FindDependencyAsync(personId, held.PostId);
    }

    // By one post of the person's: a reading of people is noted for each of them, so the others stay out of it.
    private async Task<DependencyForecast?> FindDependencyAsync(string personId, string postId)
    {
        try
        {
            var forecast = await forecasts.OfPostAsync(Person.GroupId, postId, Aborted);
            return forecast.Dependencies.FirstOrDefault(each => each.PersonId == personId);
        }
        catch (RpcException refused) when (OwnPostRule.Hidden(refused))
        {
            return null;
        }
    }
}
