using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Talent.Events.V1;
using Talent.Messaging.Commands;
using Talent.Messaging.Restoring;
using Talent.Messaging.Storage;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Retention;

/// <summary>What a service does when a person's record is erased elsewhere, and before it opens after a restore, on either database.</summary>
public abstract class ErasureCompliance(TestStorage storage) : IAsyncLifetime
{
    private const string Ann = "ann";
    private SampleService _development = null!;

    public async ValueTask InitializeAsync() => _development = await SampleService.StartAsync(
        new SampleSetting("development", await storage.SettingsForAsync("development")));

    public async ValueTask DisposeAsync()
    {
        await _development.DisposeAsync();
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Erased_Person_IsDeletedAndReported()
    {
        await using var service = await StartAsync();
        await HoldAsync(service);

        await EraseAsync(1);

        await ReportedAsync(service, 1);
        await using var context = service.Storage.CreateContext();
        Assert.Equal((0, 0), (await context.Texts.CountAsync(), await context.Accounts.CountAsync()));
        var report = ErasureReported.Parser.ParseFrom(
            (await context.Events.SingleAsync(each => each.Type == "roles.erasure.reported.v1")).Payload);
        Assert.Equal(new ErasureReported { PersonId = Ann, Texts = 1, Answers = 1, Records = 1 }, report);
    }

    [Fact]
    public async Task Erased_AnswersAboutThePersonByOtherIds_AreEmptiedOfThese()
    {
        await using var service = await StartAsync();
        await AnswerAsync(service, "alone", new CommandOutcome(["post", "appointment"], "1").About(Ann));
        var batch = new CommandOutcome(["n-ann", "n-bea", Ann], "") { Subjects = [new("n-ann", Ann), new("n-bea", "bea")] };
        await AnswerAsync(service, "batch", batch);
        await AnswerAsync(service, "other", new CommandOutcome(["n-cid"], "1").About("cid"));

        await EraseAsync(1);

        await ReportedAsync(service, 1);
        await using var context = service.Storage.CreateContext();
        var kept = await context.Requests.Where(each => each.Method == "sample/Add")
            .ToDictionaryAsync(each => each.RequestId, each => each.Identifiers);
        Assert.Equal(new Dictionary<string, string> { ["batch"] = " n-bea ", ["other"] = "n-cid" }, kept);
        Assert.Equal(["bea", "cid"], await context.Set<RequestSubjectRow>().Select(each => each.SubjectId).Order().ToListAsync());
        var repeated = await AnswerAsync(service, "batch", new CommandOutcome(["never"], ""));
        Assert.Equal(["", "n-bea", ""], repeated.Identifiers);
    }

    private static Task<CommandOutcome> AnswerAsync(SampleService service, string requestId, CommandOutcome outcome) =>
        service.Runner.RunAsync(
            SampleCommands.For("texts", 0, requestId), (_, _) => Task.FromResult(outcome), CancellationToken.None);

    [Fact]
    public async Task Erased_ToldTwice_IsReportedOnce()
    {
        await using var service = await StartAsync();

        await EraseAsync(1);
        await ReportedAsync(service, 1);

        await EraseAsync(2);

        await service.ReachAsync("development", 2);
        await Eventually.HoldsAsync(
            async () =>
            {
                await using var context = service.Storage.CreateContext();
                return await context.Work.AnyAsync(each => each.Kind == "erasure" && each.Done == 2);
            },
            "the erasure is done twice");
        await using var last = service.Storage.CreateContext();
        Assert.Equal(1, await last.Events.CountAsync(each => each.Type == "roles.erasure.reported.v1"));
    }

    [Fact]
    public async Task Restored_SourceDoesNotAnswer_StaysClosed()
    {
        await RestoreAsync();
        await EraseAsync(1);

        await using var service = await StartAsync(reachable: false);

        Assert.False(await IsOpenAsync(service));
        var health = await service.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(HealthStatus.Unhealthy, health.Status);
    }

    [Fact]
    public async Task Restored_SourceAnswers_OpensWithLaterErasuresApplied()
    {
        await RestoreAsync();
        await EraseAsync(1);

        await using var service = await StartAsync();

        await Eventually.HoldsAsync(() => IsOpenAsync(service), "the service opens");
        await using var context = service.Storage.CreateContext();
        Assert.Equal((0, 0), (await context.Texts.CountAsync(), await context.Accounts.CountAsync()));
    }

    [Fact]
    public async Task Restored_WhileTheProcessRuns_ClosesUntilItHasCaughtUp()
    {
        var reachable = false;
        await using var service = await StartAsync(() => reachable);
        Assert.True(await IsOpenAsync(service));

        // What "migrate --restored" does.
        await service.Services.GetServices<IStorageMigration>().Single().RenewLogIdentityAsync(CancellationToken.None);

        await Eventually.HoldsAsync(async () => !await IsOpenAsync(service), "the service closes");
        reachable = true;
        await Eventually.HoldsAsync(() => IsOpenAsync(service), "the service opens again");
    }

    [Fact]
    public async Task Started_NotRestored_IsOpenWithoutTheSource()
    {
        await using var service = await StartAsync(reachable: false);

        Assert.True(await IsOpenAsync(service));
    }

    // A database with the person in it, as of before the erasure, that an operator has just restored.
    private async Task RestoreAsync()
    {
        await using var backup = await SampleService.StartAsync(await SettingAsync() with { Idle = true });
        await HoldAsync(backup);
        await backup.MigrateAsync("migrate", "--restored");
    }

    private Task<SampleService> StartAsync(bool reachable = true) => StartAsync(() => reachable);

    private async Task<SampleService> StartAsync(Func<bool> reachable) => await SampleService.StartAsync(await SettingAsync() with
    {
        Messaging = messaging => messaging.Erase<SampleErasure>(),
        Feeds = new Dictionary<string, Func<string>>
        {
            ["development"] = () => reachable() ? _development.Address : "http://127.0.0.1:1",
        },
    });

    private async Task<SampleSetting> SettingAsync() => new("roles", await storage.SettingsForAsync("roles"));

    private static async Task HoldAsync(SampleService service)
    {
        await service.Commands.AddAsync(Ann, 1, "about-ann");
        await service.Runner.RunAsync(SampleCommands.For("texts", 0, "texts"), (scope, _) =>
        {
            scope.AddText("note", "a note about ann", [Ann]);
            return Task.FromResult(CommandOutcome.For("texts", 1));
        }, CancellationToken.None);
    }

    private Task<CommandOutcome> EraseAsync(int time) => _development.Runner.RunAsync(
        SampleCommands.For(Ann, time, $"erase-{time}"), (scope, _) =>
        {
            scope.Append($"people/{Ann}", time, "development.person.erased.v1", new PersonErased { PersonId = Ann });
            return Task.FromResult(CommandOutcome.For("erased", time));
        }, CancellationToken.None);

    private static Task ReportedAsync(SampleService service, int times) => Eventually.HoldsAsync(
        async () =>
        {
            await using var context = service.Storage.CreateContext();
            return await context.Events.CountAsync(each => each.Aggregate == $"erasures/{Ann}") == times;
        },
        "the erasure is reported");

    private static Task<bool> IsOpenAsync(SampleService service) =>
        service.Services.GetRequiredService<Opening<SampleContext>>().IsOpenAsync(CancellationToken.None);
}

public sealed class SqliteErasureTests() : ErasureCompliance(new SqliteTestStorage());

public sealed class PostgresErasureTests() : ErasureCompliance(new PostgresTestStorage());
