using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Talent.ServiceDefaults;

namespace Talent.Faults.Tests.Burst;

/// <summary>Issues the tokens of the harness in the place of the portal, and publishes its keys, so that a killed portal stops no command.</summary>
internal sealed class TokenAuthority : IAsyncDisposable
{
    private const string Portal = "portal";
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly WebApplication _app;
    private readonly Caller _person;
    private IssuedToken? _token;

    private TokenAuthority(WebApplication app, Caller person)
    {
        _app = app;
        _person = person;
    }

    /// <summary>Where the keys are.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>A token that is good for at least two minutes.</summary>
    public string Token => _token!.Value;

    /// <summary>Starts it for somebody who acts in these roles everywhere.</summary>
    public static async Task<TokenAuthority> StartAsync(params IReadOnlyList<string> roles)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = Path.GetTempPath() });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddKeyedSingleton<ISigningKeyStore, InMemorySigningKeyStore>(Portal);
        builder.AddTokens(Portal);
        var app = builder.Build();
        app.MapTokenKeys();
        await app.StartAsync();
        var authority = new TokenAuthority(app, Caller.Person("fault-harness", personId: null, [.. roles.Select(role => new Grant(role, Scope.Nation))]));
        await authority.RenewAsync();
        return authority;
    }

    /// <summary>Issues a new token whenever the present one has used up two minutes, until cancelled.</summary>
    public async Task KeepFreshAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Renewal, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(cancel)) await RenewAsync();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RenewAsync() =>
        _token = await _app.Services.GetRequiredKeyedService<TokenIssuer>(Portal).IssuePersonAsync(_person, Lifetime, CancellationToken.None);
}
