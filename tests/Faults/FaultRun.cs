using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Talent.Demonstration;
using Talent.Development.V1;
using Talent.Events.V1;
using Talent.Faults.Tests.Burst;
using Talent.Faults.Tests.Machine;
using Talent.Messaging;
using Talent.Roles.V1;
using Talent.Succession.V1;

namespace Talent.Faults.Tests;

/// <summary>Bursts against one form: kill, restart, and what must hold afterwards.</summary>
internal sealed class FaultRun : IAsyncDisposable
{
    private const int Stories = 100;
    private const string Portal = "portal";
    private const int CommandsInStory = 10;
    private static readonly TimeSpan ConvergenceLimit = TimeSpan.FromMinutes(2);
    private static readonly string[] Sources = ["roles", "development"];
    private static readonly string[] Trusts = ["X9F01", "X9F02"];
    private static readonly Types.V1.Period Since = new() { Start = new Types.V1.Date { Year = 2020, Month = 4, Day = 1 } };

    private readonly Form _form;
    private readonly TokenAuthority _authority;
    private readonly List<GrpcChannel> _channels = [];
    private readonly OrganisationService.OrganisationServiceClient _organisations;
    private readonly PostService.PostServiceClient _posts;
    private readonly PersonService.PersonServiceClient _people;
    private readonly NominationService.NominationServiceClient _nominations;
    private readonly ProjectionService.ProjectionServiceClient _projections;
    private readonly SeededIdentifierSource _identifiers = new(1, TimeProvider.System);
    private readonly List<Story> _told = [];

    public FaultRun(Form form, TokenAuthority authority)
    {
        _form = form;
        _authority = authority;
        _organisations = new OrganisationService.OrganisationServiceClient(Channel("roles"));
        _posts = new PostService.PostServiceClient(Channel("roles"));
        _people = new PersonService.PersonServiceClient(Channel("development"));
        _nominations = new NominationService.NominationServiceClient(Channel("succession"));
        _projections = new ProjectionService.ProjectionServiceClient(Channel("succession"));
    }

    /// <summary>Records two trusts.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        var request = new BatchCreateOrganisationsRequest { RequestId = "organisations" };
        foreach (var code in Trusts)
        {
            request.Organisations.Add(new Organisation
            {
                Code = code,
                Kind = OrganisationKind.Trust,
                Period = Since,
                Names = { new DatedText { Value = "Invented trust " + code, Period = Since } },
            });
        }

        await _organisations.BatchCreateOrganisationsAsync(request, Headers(), cancellationToken: cancel);
    }

    /// <summary>A thousand commands; at a seeded moment the process is killed with -9, after a seeded pause it is started again.</summary>
    /// <returns>One line about the run.</returns>
    public async Task<string> PlayAsync(string process, int seed, CancellationToken cancel)
    {
        // Every process has moments of its own.
        var random = new Random((seed * 1000) + process.Sum(letter => letter));
        var moment = random.Next(50, Stories * CommandsInStory - 50);
        var pause = TimeSpan.FromMilliseconds(random.Next(500));
        var group = await RecordGroupAsync(process, cancel);
        var stories = Enumerable.Range(_told.Count, Stories).Select(number => NewStory(number, group)).ToList();
        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // A form takes several pages, so its commands go through the portal where it is the one to be killed.
        var forms = process == Portal ? new FormSender(_form.Pages!) : null;
        if (forms is not null) await forms.SignInAsync(cancel);
        var burst = new BurstRun(new CommandSender(_posts, _people, _nominations, () => _authority.Token, forms), stories, seed)
        {
            Acknowledged = count =>
            {
                if (count == moment) killed.TrySetResult();
            },
        };
        var started = Stopwatch.GetTimestamp();
        var playing = burst.PlayAsync(cancel);
        await Task.WhenAny(killed.Task, playing);
        await _form.Processes[process].KillAsync();
        await Task.Delay(pause, TimeProvider.System, cancel);
        await _form.Processes[process].StartAsync(cancel);
        await playing;
        _told.AddRange(stories);
        var acknowledged = Stopwatch.GetElapsedTime(started);
        await ConvergeAsync(cancel);
        await JudgeAsync(stories, burst, cancel);
        return $"{process,-12} seed {seed}: killed after {moment,3} of {burst.Ledger.Count} commands, back after {pause.TotalMilliseconds,3:0} ms; "
            + $"all acknowledged in {acknowledged.TotalSeconds:0.0} s, each once; projections as rebuilt";
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _channels.ForEach(channel => channel.Dispose());
        return ValueTask.CompletedTask;
    }

    // Each run has a group of its own; those through forms have the one that the demonstration's director may change.
    private async Task<string> RecordGroupAsync(string process, CancellationToken cancel)
    {
        var group = new Group { Id = process == Portal ? DemonstrationIdentities.FirstGroupId : _identifiers.Next(), Title = "Invented group" };
        group.Members.AddRange(Trusts.Select(code => new DatedText { Value = code, Period = Since }));
        var request = new CreateGroupRequest { RequestId = $"group-{group.Id}", Group = group };
        await _organisations.CreateGroupAsync(request, Headers(), cancellationToken: cancel);
        return group.Id;
    }

    private Story NewStory(int number, string group) =>
        new(number, group, Trusts[0], Trusts[1], [.. Enumerable.Range(0, Story.IdsNeeded).Select(_ => _identifiers.Next())]);

    private async Task ConvergeAsync(CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await HasConvergedAsync(cancel))
        {
            if (Stopwatch.GetElapsedTime(started) > ConvergenceLimit)
                throw new TimeoutException($"The projections did not reach the heads of the logs.\n{_form.Projecting.Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancel);
        }
    }

    private async Task<bool> HasConvergedAsync(CancellationToken cancel)
    {
        await using var succession = await _form.OpenAsync("succession", cancel);
        var checkpoints = await Tables.CheckpointsAsync(succession, cancel);
        foreach (var source in Sources)
        {
            await using var database = await _form.OpenAsync(source, cancel);
            if (await Tables.HeadAsync(database, cancel) is not { } head) return false;
            if (!checkpoints.TryGetValue(source, out var reached)) return false;
            if (reached != (await Tables.LogAsync(database, cancel), head)) return false;
        }

        return true;
    }

    private async Task JudgeAsync(IReadOnlyList<Story> stories, BurstRun burst, CancellationToken cancel)
    {
        Assert.Equal(Stories * CommandsInStory, burst.Ledger.Count);
        foreach (var story in stories) await JudgeAsync(story, cancel);
        await JudgeLogsAsync(cancel);
        await JudgeRebuildAsync(cancel);
    }

    private async Task JudgeAsync(Story story, CancellationToken cancel)
    {
        var post = (await _posts.GetPostAsync(new GetPostRequest { Id = story.Post }, Headers(), cancellationToken: cancel)).Post;
        Assert.Equal([story.First, story.Second], post.Served.Select(served => served.OrganisationCode).Order(StringComparer.Ordinal));
        Assert.Equal([story.FirstAppointment, story.SecondAppointment], post.Appointments.Select(appointment => appointment.Id));
        Assert.Equal([false, true], post.Appointments.Select(appointment => appointment.End is null));
        var successor = await _people.GetPersonAsync(new GetPersonRequest { Id = story.Successor }, Headers(), cancellationToken: cancel);
        Assert.Equal(story.Second, successor.Person.EmployerCode);
        var named = await _nominations.ListNominationsAsync(
            new ListNominationsRequest { PostId = story.Post }, Headers(), cancellationToken: cancel);
        Assert.Equal((story.Nomination, 2), (Assert.Single(named.Nominations).Id, named.Nominations[0].Rank));
    }

    private async Task JudgeLogsAsync(CancellationToken cancel)
    {
        long told = _told.Count;
        foreach (var (service, type, expected) in new[]
        {
            ("roles", "roles.post.created.v1", told), ("roles", "roles.post.shared.v1", told), ("roles", "roles.appointment.made.v1", 2 * told),
            ("roles", "roles.appointment.ended.v1", told), ("development", "development.person.recorded.v1", 3 * told), ("succession", "succession.nomination.made.v1", told),
            ("succession", "succession.nomination.changed.v1", told),
        })
        {
            await using var database = await _form.OpenAsync(service, cancel);
            Assert.Equal((type, expected), (type, (await Tables.EventsAsync(database, cancel)).GetValueOrDefault(type)));
        }
    }

    private async Task JudgeRebuildAsync(CancellationToken cancel)
    {
        string before;
        await using (var database = await _form.OpenAsync("succession", cancel)) before = await Tables.ProjectionsAsync(database, cancel);
        foreach (var source in Sources)
        {
            var request = new RebuildProjectionRequest
            {
                RequestId = _identifiers.Next(),
                Service = "succession",
                Source = source,
                Reason = "Compare the projection with its rebuild",
            };
            await _projections.RebuildProjectionAsync(request, Headers(), cancellationToken: cancel);
        }

        await ConvergeAsync(cancel);
        await using (var database = await _form.OpenAsync("succession", cancel)) Assert.Equal(before, await Tables.ProjectionsAsync(database, cancel));
    }

    private Metadata Headers() => new() { { "authorization", "Bearer " + _authority.Token } };

    private GrpcChannel Channel(string service)
    {
        var channel = GrpcChannel.ForAddress(_form.Grpc(service));
        _channels.Add(channel);
        return channel;
    }
}
