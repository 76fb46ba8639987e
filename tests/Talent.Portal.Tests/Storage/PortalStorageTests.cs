using System.Xml.Linq;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Messaging;
using Talent.Messaging.Commands;
using Talent.Portal.Erasures;
using Talent.Portal.Journeys;
using Talent.Portal.SignIn;
using Talent.Portal.Storage;
using Talent.ServiceDefaults;

namespace Talent.Portal.Tests.Storage;

/// <summary>The same tests on SQLite and PostgreSQL.</summary>
public abstract class PortalStorageTests(bool postgres)
{
    private static readonly DateOnly Today = new(2026, 7, 1);

    [Fact]
    public async Task Schema_AsMigrated_HoldsEveryTableOfTheModel()
    {
        await using var portal = await PortalStorage.StartAsync(postgres);
        await using var context = portal.Storage.CreateContext();

        foreach (var entity in context.Model.GetEntityTypes())
        {
            var columns = string.Join(", ", entity.GetProperties().Select(property => property.GetColumnName()));
            await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names come from the model.
            command.CommandText = $"SELECT {columns} FROM {entity.GetTableName()}";
#pragma warning restore CA2100
            await context.Database.OpenConnectionAsync();
            await command.ExecuteScalarAsync();
        }
    }

    [Fact]
    public async Task Find_AStartedSession_KnowsTheRolesThatHoldToday()
    {
        await using var portal = await PortalStorage.StartAsync(postgres);
        await portal.AddAccountAsync(
            Grant(Role.GroupHrDirector, Today, null), Grant(Role.Academy, Today.AddDays(1), null), Grant(Role.Leader, Today.AddDays(-9), Today));
        var sessions = Sessions(portal);
        var session = await sessions.StartAsync("account", CancellationToken.None);

        var caller = await sessions.FindAsync(session!, CancellationToken.None);

        Assert.Equal([Role.GroupHrDirector], caller!.Roles);
        Assert.Equal("person", caller.PersonId);
    }

    [Fact]
    public async Task Find_ARevokedSession_FindsNobody()
    {
        await using var portal = await PortalStorage.StartAsync(postgres);
        await portal.AddAccountAsync();
        var sessions = Sessions(portal);
        var session = await sessions.StartAsync("account", CancellationToken.None);

        await sessions.RevokeAsync(session!, CancellationToken.None);

        Assert.Null(await sessions.FindAsync(session!, CancellationToken.None));
    }

    [Fact]
    public async Task Find_ASessionNotUsedForTwoHours_FindsNobody()
    {
        await using var portal = await PortalStorage.StartAsync(postgres);
        await portal.AddAccountAsync();
        var sessions = Sessions(portal);
        var session = await sessions.StartAsync("account", CancellationToken.None);

        portal.Time.Advance(TimeSpan.FromHours(2));

        Assert.Null(await sessions.FindAsync(session!, CancellationToken.None));
    }

    [Fact]
    public async Task Find_ASessionInUse_LastsTwelveHoursAndNoLonger()
    {
        await using var portal = await PortalStorage.StartAsync(postgres);
        await portal.AddAccountAsync();
        var sessions = Sessions(portal);
        var session = await sessions.StartAsync("account", CancellationToken.None);
        for (var hour = 0; hour < 11; hour++)
        {
            portal.Time.Advance(TimeSpan.FromHours(1));
            Assert.NotNull(await sessions.FindAsync(session!, CancellationToken.None));
        }

        portal.Time.Advance(TimeSpan.FromHours(1));

        Assert.Null(await sessions.FindAsync(session!, CancellationToken.None));
    }

    [Fact]
    public async Task Start_AClosedAccount_StartsNothing()
    {
        await using var portal = await PortalStorage.StartAsync(postgres);
        await portal.AddAccountAsync();
        await portal.Storage.WriteAsync(
            (context, token) => context.Accounts.ExecuteUpdateAsync(set => set.SetProperty(account => account.ClosedAt, portal.Time.GetUtcNow()), token),
            CancellationToken.None);

        Assert.Null(await Sessions(portal).StartAsync("account", CancellationToken.None));
    }

    [Fact]
    public async Task Keep_AFormThatWasSent_IsRefusedAndItsAnswersAreGone()
    {
        await using var portal = await PortalStorage.StartAsync(postgres);
        await portal.AddAccountAsync();
        var store = new JourneyStore(portal.Storage, portal.Time);
        var key = new JourneyKey("journey", "account", "nominate", "post");
        var answers = new JourneyAnswers { ["name"] = "Somebody", ["reason"] = "panel" };
        await store.KeepAsync(key, answers, CancellationToken.None);

        await store.MarkSentAsync(key, answers, CancellationToken.None);

        var found = await store.FindAsync(key, CancellationToken.None);
        Assert.True(found!.Sent);
        Assert.Equal("", found.Answers["name"]);
        Assert.Equal("panel", found.Answers["reason"]);
        Assert.False(await store.KeepAsync(key, answers, CancellationToken.None));
    }

    [Fact]
    public async Task Keep_ManyAnswersOfOneFormAtOnce_KeepsTheFormOnce()
    {
        await using var portal = await PortalStorage.StartAsync(postgres);
        await portal.AddAccountAsync();
        var store = new JourneyStore(portal.Storage, portal.Time);
        for (var form = 0; form < 10; form++)
        {
            var key = new JourneyKey($"journey-{form}", "account", "share", "post");

            var kept = await Task.WhenAll(Enumerable.Range(0, 3).Select(answer => Task.Run(() => store.KeepAsync(
                key, new JourneyAnswers { ["days"] = $"{answer}" }, CancellationToken.None))));

            Assert.DoesNotContain(false, kept);
            Assert.NotNull(await store.FindAsync(key, CancellationToken.None));
        }
    }

    [Fact]
    public async Task Keep_AFormOfAnotherAccount_IsRefused()
    {
        await using var portal = await PortalStorage.StartAsync(postgres);
        await portal.AddAccountAsync();
        var store = new JourneyStore(portal.Storage, portal.Time);
        await store.KeepAsync(new JourneyKey("journey", "account", "share", "post"), new JourneyAnswers(), CancellationToken.None);

        Assert.False(await store.KeepAsync(
            new JourneyKey("journey", "another", "share", "post"), new JourneyAnswers(), CancellationToken.None));
    }

    [Fact]
    public async Task Keep_AnUnsentFormOfYesterday_IsForgotten()
    {
        await using var portal = await PortalStorage.StartAsync(postgres);
        await portal.AddAccountAsync();
        var store = new JourneyStore(portal.Storage, portal.Time);
        var old = new JourneyKey("old", "account", "share", "post");
        await store.KeepAsync(old, new JourneyAnswers(), CancellationToken.None);

        portal.Time.Advance(TimeSpan.FromHours(25));
        await store.KeepAsync(old with { Id = "new" }, new JourneyAnswers(), CancellationToken.None);

        Assert.Null(await store.FindAsync(old, CancellationToken.None));
    }

    [Fact]
    public async Task ProtectionKeys_Stored_AreReadByAnotherReplica()
    {
        await using var portal = await PortalStorage.StartAsync(postgres);
        var identifiers = portal.Services.GetRequiredService<IdentifierSource>();
        new ProtectionKeyRepository(portal.Storage, identifiers).StoreElement(XElement.Parse("<key id='1'/>"), "key-1");

        var read = new ProtectionKeyRepository(portal.Storage, identifiers).GetAllElements();

        Assert.Equal("1", Assert.Single(read).Attribute("id")!.Value);
    }

    [Fact]
    public async Task Erase_PersonWithAnAccount_ClosesItAndForgetsItsNameSessionsAndForms()
    {
        await using var portal = await PortalStorage.StartAsync(postgres);
        await portal.AddAccountAsync();
        await Sessions(portal).StartAsync("account", CancellationToken.None);
        await new JourneyStore(portal.Storage, portal.Time).KeepAsync(
            new JourneyKey("own", "account", "share", "post"), new JourneyAnswers(), CancellationToken.None);

        Assert.Equal(3, await EraseAsync(portal, "person"));

        await using var context = portal.Storage.CreateContext();
        var account = await context.Accounts.SingleAsync();
        Assert.Equal(
            ("account", "erased:account", null, portal.Time.GetUtcNow()),
            (account.Id, account.SignInName, account.PersonId, account.ClosedAt));
        Assert.Equal((0, 0), (await context.Sessions.CountAsync(), await context.Journeys.CountAsync()));
    }

    [Fact]
    public async Task Erase_PersonInAFormOfSomebodyElse_DeletesThatFormAlone()
    {
        await using var portal = await PortalStorage.StartAsync(postgres);
        await portal.AddAccountAsync();
        var store = new JourneyStore(portal.Storage, portal.Time);
        var about = new JourneyAnswers { ["person"] = "named-person" };
        await store.KeepAsync(new JourneyKey("about", "account", "nominate", "post"), about, CancellationToken.None);
        var other = new JourneyKey("other", "account", "nominate", "post");
        await store.KeepAsync(other, new JourneyAnswers { ["person"] = "somebody-else" }, CancellationToken.None);

        Assert.Equal(1, await EraseAsync(portal, "named-person"));

        Assert.NotNull(await store.FindAsync(other, CancellationToken.None));
    }

    private static async Task<int> EraseAsync(PortalStorage portal, string personId)
    {
        var records = 0;
        await portal.Services.GetRequiredService<CommandRunner<PortalContext>>().RunAsync(
            new CommandContext("portal", "erase", personId, new StringValue { Value = personId }, "correlation"),
            async (command, token) =>
            {
                records = await new AccountErasure().EraseAsync(command, personId, token);
                return CommandOutcome.For("erasure", 1);
            },
            CancellationToken.None);
        return records;
    }

    private static AccountGrantRow Grant(string role, DateOnly from, DateOnly? until) =>
        new() { AccountId = "account", Role = role, Scope = "nation", ValidFrom = from, ValidUntil = until };

    private static Sessions Sessions(PortalStorage portal) =>
        new(portal.Storage, portal.Services.GetRequiredService<IdentifierSource>(), portal.Time);
}

public sealed class SqlitePortalStorageTests() : PortalStorageTests(postgres: false);

public sealed class PostgresPortalStorageTests() : PortalStorageTests(postgres: true);
