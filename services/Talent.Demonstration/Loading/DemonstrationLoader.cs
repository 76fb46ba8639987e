using Grpc.Core;
using Talent.Demonstration.Generation;
using Talent.Development.V1;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Demonstration.Loading;

/// <summary>
/// Sends the demonstration data through the services' own APIs. Running it again changes nothing; interrupted anywhere and run again, it
/// comes to the same end.
/// </summary>
internal sealed class DemonstrationLoader(
    DemonstrationChoice choice,
    [FromKeyedServices(Role.Demonstration)] TokenIssuer issuer,
    OrganisationService.OrganisationServiceClient organisations,
    PostService.PostServiceClient posts,
    PersonService.PersonServiceClient people,
    NominationService.NominationServiceClient nominations,
    TimeProvider time,
    ILogger<DemonstrationLoader> logger)
{
    private readonly PatientSender _sender = new(time, logger);
    private readonly LoaderToken _roles = new(issuer, "roles", time);
    private readonly LoaderToken _development = new(issuer, "development", time);
    private readonly LoaderToken _succession = new(issuer, "succession", time);

    /// <summary>Loads what is not loaded yet.</summary>
    /// <exception cref="DemonstrationLoadException">A service refuses, or none answers for five minutes.</exception>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        try
        {
            await LoadMissingAsync(cancellation);
        }
        catch (RpcException refused) when (!cancellation.IsCancellationRequested)
        {
            throw new DemonstrationLoadException($"The demonstration data could not be loaded: \"{refused.Status.Detail}\".", refused);
        }
    }

    private async Task LoadMissingAsync(CancellationToken cancellation)
    {
        if (await IsLoadedAsync(cancellation))
        {
            logger.LogInformation("Demonstration data: loaded before");
            return;
        }
        var start = time.GetTimestamp();
        var settings = new DemonstrationSettings(choice.Size, choice.Seed, await DayAsync(cancellation));
        logger.LogInformation("Demonstration data: loading {Size}, seed {Seed}, as of {Day:yyyy-MM-dd}", settings.Size, settings.Seed, settings.AsOf);
        var requests = new DemonstrationRequests(settings, DemonstrationGenerator.Generate(settings));

        // The organisations come first: they keep the day. Posts and people go to different services, side by side.
        await RecordAsync("organisations", requests.Organisations(), _roles,
            (request, options) => organisations.BatchCreateOrganisationsAsync(request, options), cancellation);
        using var failing = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await TogetherAsync(failing, LoadPostsAsync(requests, failing.Token), LoadPeopleAsync(requests, failing.Token));
        await RecordAsync("nominations", requests.Nominations(), _succession,
            (request, options) => nominations.BatchCreateNominationsAsync(request, options), cancellation, waitForReferences: true);
        await RecordAsync("criticalities", [requests.Completion()], _roles,
            (request, options) => organisations.UpdateGroupAsync(request, options), cancellation);
        logger.LogInformation("Demonstration data: complete after {Seconds:0.0} s", time.GetElapsedTime(start).TotalSeconds);
    }

    private async Task LoadPostsAsync(DemonstrationRequests requests, CancellationToken cancellation)
    {
        await RecordAsync("groups", requests.Groups(), _roles,
            (request, options) => organisations.CreateGroupAsync(request, options), cancellation);
        await RecordAsync("posts", requests.Posts(), _roles,
            (request, options) => posts.BatchCreatePostsAsync(request, options), cancellation);
    }

    private Task LoadPeopleAsync(DemonstrationRequests requests, CancellationToken cancellation) =>
        RecordAsync("people", requests.People(), _development,
            (request, options) => people.BatchCreatePeopleAsync(request, options), cancellation);

    private async Task RecordAsync<TRequest, TResponse>(
        string description, IEnumerable<TRequest> requests, LoaderToken token,
        Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> send, CancellationToken cancellation, bool waitForReferences = false)
    {
        var all = requests.ToList();
        for (var number = 0; number < all.Count; number++)
        {
            var request = all[number];
            await _sender.RecordAsync(
                description, async () => await send(request, await token.OptionsAsync(cancellation)), waitForReferences, cancellation);
            logger.LogInformation("Demonstration data: {Description}, {Number} of {All}", description, number + 1, all.Count);
        }
    }

    // When one fails the other is stopped, and the first failure is what is thrown.
    private static async Task TogetherAsync(CancellationTokenSource failing, params Task[] tasks)
    {
        Task? failed = null;
        await foreach (var ended in Task.WhenEach(tasks))
        {
            if (ended.IsCompletedSuccessfully || failed is not null)
                continue;
            failed = ended;
            await failing.CancelAsync();
        }
        if (failed is not null)
            await failed;
    }

    private async Task<bool> IsLoadedAsync(CancellationToken cancellation)
    {
        try
        {
            var response = await _sender.SendAsync(
                "the first group",
                async () => await organisations.GetGroupAsync(
                    new GetGroupRequest { Id = DemonstrationIdentities.FirstGroupId }, await _roles.OptionsAsync(cancellation)),
                waitForReferences: false,
                cancellation);
            return DemonstrationRequests.IsCompleted(response.Group);
        }
        catch (RpcException missing) when (missing.StatusCode == StatusCode.NotFound)
        {
            return false;
        }
    }

    // The day an interrupted load began with; otherwise today.
    private async Task<DateOnly> DayAsync(CancellationToken cancellation)
    {
        var response = await _sender.SendAsync(
            "the first organisation",
            async () => await organisations.ListOrganisationsAsync(
                new ListOrganisationsRequest { Codes = { DayOfTheData.FirstCode } }, await _roles.OptionsAsync(cancellation)),
            waitForReferences: false,
            cancellation);
        return response.Organisations is [var first] ? DayOfTheData.ReadFrom(first) : LondonCalendar.Today(time);
    }
}
