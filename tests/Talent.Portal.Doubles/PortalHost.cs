using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Talent.Messaging.Storage;
using Talent.Portal.SignIn;
using Talent.Portal.Storage;
using Talent.ServiceDefaults;


namespace Talent.Portal.Doubles;

/// <summary>The real portal on a real server, with doubles of the services behind it and a database file of its own.</summary>
public sealed class PortalHost : Xunit.IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("talent-portal-");
    private ServicesHost _services = null!;

    /// <summary>Settings beside or instead of the usual ones.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>The portal's clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The running portal.</summary>
    public WebApplication App { get; private set; } = null!;

    /// <summary>Where it is served.</summary>
    public Uri Address => new(App.Urls.Single());

    public Recorded Recorded => _services.Recorded;

    public async ValueTask InitializeAsync()
    {
        _services = await ServicesHost.StartAsync();
        App = Build(_services, _folder.FullName, Settings, Time);
        await App.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>A browser that nobody is signed in at.</summary>
    public Visitor Visit() => new(Address);

    /// <summary>A browser that a demonstration account is signed in at.</summary>
    public async Task<Visitor> VisitAsAsync(string account)
    {
        var visitor = Visit();
        await visitor.SignInAsync(account);
        return visitor;
    }

    /// <summary>A browser that somebody with one role, and a record, is signed in at.</summary>
    public async Task<Visitor> VisitInRoleAsync(string role, Scope scope)
    {
        var storage = App.Services.GetRequiredService<ServiceStorage<PortalContext>>();
        var accountId = $"test-{role}-{scope}";
        await storage.WriteAsync(
            async (context, token) =>
            {
                if (await context.Accounts.FindAsync([accountId], token) is not null)
                    return false;
                context.Accounts.Add(new AccountRow { Id = accountId, SignInName = accountId, PersonId = Invented.LeaderPersonId });
                context.AccountGrants.Add(new AccountGrantRow
                {
                    AccountId = accountId,
                    Role = role,
                    Scope = scope.ToString(),
                    ValidFrom = new DateOnly(2020, 1, 1),
                });
                return true;
            },
            CancellationToken.None);
        return await VisitWithAccountAsync(accountId);
    }

    /// <summary>A browser with a session of an account.</summary>
    public async Task<Visitor> VisitWithAccountAsync(string accountId)
    {
        var session = await App.Services.GetRequiredService<Sessions>().StartAsync(accountId, CancellationToken.None);
        await using var scope = App.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await context.WriteSessionAsync(accountId, session!);
        var visitor = Visit();
        visitor.TakeCookies(context.Response.Headers.SetCookie);
        return visitor;
    }

    private static WebApplication Build(
        ServicesHost services, string folder, IReadOnlyDictionary<string, string?> more, TimeProvider time)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Production",
            ContentRootPath = folder,
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var settings = new Dictionary<string, string?>
        {
            ["Talent:DataFolder"] = folder,
            ["Talent:Demonstration"] = "true",
            ["Talent:BoardPollInterval"] = "00:00:00.100",
        };
        foreach (var service in (string[])["roles", "development", "succession"])
        {
            settings[$"services:{service}:grpc:0"] = services.GrpcAddress;
            settings[$"services:{service}:health:0"] = services.HealthAddress;
        }
        builder.Configuration.AddInMemoryCollection(settings).AddInMemoryCollection(more);
        builder.Services.AddSingleton(time);
        builder.AddServiceDefaults();
        builder.AddPortal();
        var app = builder.Build();
        app.MapPortal();
        app.MapTokenKeys();
        app.MapDefaultEndpoints();
        return app;
    }
}
