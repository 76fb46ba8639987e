using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Demonstration.Generation;
using Talent.Demonstration.Tests.Generation;
using Talent.Development.Storage;
using Talent.Messaging.Storage;
using Talent.Roles.Storage;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Succession.Storage;

namespace Talent.Demonstration.Tests.Loading;

/// <summary>The load against the real services.</summary>
public sealed class DemonstrationLoaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talent-demonstration-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task LoadAsync_EmptyServices_RecordsAllOfIt()
    {
        await using var host = await ServicesHost.StartAsync(_folder);

        await host.Loader.LoadAsync(CancellationToken.None);

        Assert.Equal(new Counts(21, 3, 100, 220, 300), await CountAsync(host));
    }

    [Fact]
    public async Task LoadAsync_LoadedBefore_ChangesNothing()
    {
        await using var host = await ServicesHost.StartAsync(_folder);
        await host.Loader.LoadAsync(CancellationToken.None);
        var before = await EventsAsync(host);

        await host.Loader.LoadAsync(CancellationToken.None);

        Assert.Equal(before, await EventsAsync(host));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(11)]
    public async Task LoadAsync_InterruptedAndRunAgainDaysLater_ComesToTheSameEnd(int requests)
    {
        using (var log = new InterruptingLog(requests))
        {
            await using var first = await ServicesHost.StartAsync(_folder, listener: log);
            await Assert.ThrowsAnyAsync<Exception>(() => first.Loader.LoadAsync(log.Stop));
            Assert.NotEqual(new Counts(21, 3, 100, 220, 300), await CountAsync(first));
        }

        await using var second = await ServicesHost.StartAsync(_folder);
        await second.LoaderAfter(days: 3).LoadAsync(CancellationToken.None);

        Assert.Equal(new Counts(21, 3, 100, 220, 300), await CountAsync(second));
        Assert.Equal(LondonCalendar.Today(TimeProvider.System), await DayAsync(second));
    }

    [Fact]
    public async Task LoadAsync_LoadedByAnotherVersion_SaysWhatToDo()
    {
        await using var host = await ServicesHost.StartAsync(_folder);
        var token = await host.Services.GetRequiredKeyedService<TokenIssuer>(Role.Demonstration).IssueServiceAsync("roles", CancellationToken.None);
        var other = DemonstrationDatasets.Small.Organisations[0].Clone();
        other.Code = "X9999";
        await host.Services.GetRequiredService<OrganisationService.OrganisationServiceClient>().BatchCreateOrganisationsAsync(
            new BatchCreateOrganisationsRequest { RequestId = "demonstration-small-1-organisations-0", Organisations = { other } },
            new Grpc.Core.Metadata { { "authorization", $"Bearer {token.Value}" } });

        var failure = await Assert.ThrowsAsync<DemonstrationLoadException>(() => host.Loader.LoadAsync(CancellationToken.None));

        Assert.Contains("start with an empty data folder", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_EventsOfEveryService_HoldNobodysName()
    {
        await using var host = await ServicesHost.StartAsync(_folder);
        await host.Loader.LoadAsync(CancellationToken.None);
        var names = DemonstrationDatasets.Make(DemonstrationSize.Small, asOf: await DayAsync(host)).Groups
            .SelectMany(group => group.People.Select(person => person.DisplayName)
                .Concat(group.Nominations.Where(name => name.External is not null).Select(name => name.External.DisplayName)))
            .ToList();

        foreach (var payload in await PayloadsAsync(host))
        {
            var text = System.Text.Encoding.UTF8.GetString(payload);
            Assert.DoesNotContain(names, name => text.Contains(name, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static async Task<Counts> CountAsync(ServicesHost host)
    {
        await using var roles = Open<RolesContext>(host);
        await using var development = Open<DevelopmentContext>(host);
        await using var succession = Open<SuccessionContext>(host);
        return new Counts(
            await roles.Organisations.CountAsync(), await roles.Groups.CountAsync(),
            await roles.Posts.CountAsync(), await development.People.CountAsync(), await succession.Nominations.CountAsync());
    }

    private static async Task<(int, int, int)> EventsAsync(ServicesHost host)
    {
        await using var roles = Open<RolesContext>(host);
        await using var development = Open<DevelopmentContext>(host);
        await using var succession = Open<SuccessionContext>(host);
        return (
            await roles.Events.CountAsync(), await development.Events.CountAsync(),
            await succession.Events.CountAsync(row => row.Type.StartsWith("succession.nomination.")));
    }

    private static async Task<List<byte[]>> PayloadsAsync(ServicesHost host)
    {
        await using var roles = Open<RolesContext>(host);
        await using var development = Open<DevelopmentContext>(host);
        await using var succession = Open<SuccessionContext>(host);
        return
        [
            .. await roles.Events.Select(row => row.Payload).ToListAsync(),
            .. await development.Events.Select(row => row.Payload).ToListAsync(),
            .. await succession.Events.Select(row => row.Payload).ToListAsync(),
        ];
    }

    private static async Task<DateOnly> DayAsync(ServicesHost host)
    {
        var token = await host.Services.GetRequiredKeyedService<TokenIssuer>(Role.Demonstration).IssueServiceAsync("roles", CancellationToken.None);
        var response = await host.Services.GetRequiredService<OrganisationService.OrganisationServiceClient>().ListOrganisationsAsync(
            new ListOrganisationsRequest { Codes = { DayOfTheData.FirstCode } },
            new Grpc.Core.Metadata { { "authorization", $"Bearer {token.Value}" } });
        return DayOfTheData.ReadFrom(response.Organisations[0]);
    }

    private static TContext Open<TContext>(ServicesHost host) where TContext : ServiceContext =>
        host.Services.GetRequiredService<ServiceStorage<TContext>>().CreateContext();

    private sealed record Counts(int Organisations, int Groups, int Posts, int People, int Nominations);
}
