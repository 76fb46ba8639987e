using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Talent.ServiceDefaults.Tests;

public sealed class TalentClientTests : IAsyncLifetime
{
    private ProbeHost _portal = null!;
    private ProbeHost _succession = null!;
    private ProbeHost _roles = null!;

    public async ValueTask InitializeAsync()
    {
        _roles = await ProbeHost.StartAsync(builder => TokenKeysTests.Identify(builder, "roles"));
        _succession = await ProbeHost.StartAsync(builder =>
        {
            TokenKeysTests.Identify(builder, "succession");
            builder.Services.AddTalentClient<ProbeService.ProbeServiceClient>("roles");
        });
        _portal = await ProbeHost.StartAsync(
            builder =>
            {
                TokenKeysTests.Identify(builder, "portal");
                builder.Services.AddTalentClient<ProbeService.ProbeServiceClient>("succession");
            },
            app => app.MapGet("/page", (Delegate)AnswerPageAsync));
        foreach (var host in new[] { _portal, _succession, _roles })
        {
            host.Find("portal", _portal);
            host.Find("succession", _succession);
            host.Find("roles", _roles);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _succession.DisposeAsync();
        await _roles.DisposeAsync();
    }

    [Fact]
    public async Task Call_FromAPageOfASignedInPerson_IsThatPersons()
    {
        _succession.Behaviour.Answer = (_, context) => Task.FromResult($"{context.GetCaller().Kind} {context.GetCaller().AccountId}");

        Assert.Equal("Person account-academy", await AskPageAsync());
    }

    [Fact]
    public async Task Call_FromAServiceThatServesAPerson_IsStillThatPersons()
    {
        _roles.Behaviour.Answer = (_, context) => Task.FromResult($"{context.GetCaller().Kind} {context.GetCaller().AccountId}");
        _succession.Behaviour.Answer = async (_, _) => (await ClientOf(_succession).AskAsync(new ProbeRequest())).Text;

        Assert.Equal("Person account-academy", await AskPageAsync());
    }

    [Fact]
    public async Task Call_NobodyIsBeingServed_IsTheServicesOwn()
    {
        _roles.Behaviour.Answer = (_, context) => Task.FromResult($"{context.GetCaller().Kind} {context.GetCaller().AccountId}");

        Assert.Equal("Service succession", (await ClientOf(_succession).AskFeedAsync(new ProbeRequest())).Text);
    }

    [Fact]
    public async Task Call_FromAServiceThatServesAService_IsTheServicesOwn()
    {
        _succession.Behaviour.Answer = async (_, _) => (await ClientOf(_succession).AskFeedAsync(new ProbeRequest())).Text;

        Assert.Equal("succession", (await ClientOf(_portal).AskFeedAsync(new ProbeRequest())).Text);
    }

    [Fact]
    public async Task Call_IdentityIsTheService_IsTheServicesOwnEvenWhileItServesAPerson()
    {
        await using var development = await ProbeHost.StartAsync(builder =>
        {
            TokenKeysTests.Identify(builder, "portal");
            builder.Services.AddTalentClient<ProbeService.ProbeServiceClient>("roles", ClientIdentity.Service);
        }, app => app.MapGet("/page", async (HttpContext context) =>
        {
            context.SetCaller(Callers.Academy);
            var client = context.RequestServices.GetRequiredService<ProbeService.ProbeServiceClient>();
            return (await client.AskFeedAsync(new ProbeRequest())).Text;
        }));
        development.Find("roles", _roles);
        _roles.Find("portal", development);

        using var http = development.Http;
        Assert.Equal("portal", await http.GetStringAsync(new Uri("/page", UriKind.Relative)));
    }

    [Fact]
    public async Task Call_BringsItsOwnToken_KeepsIt()
    {
        var issuer = _portal.Services.GetRequiredKeyedService<TokenIssuer>("portal");
        var token = await issuer.IssuePersonAsync(Callers.Director, TimeSpan.FromMinutes(1), CancellationToken.None);
        var headers = new Metadata { { "authorization", $"Bearer {token.Value}" } };

        Assert.Equal("account-director", (await ClientOf(_succession).AskAsync(new ProbeRequest(), headers)).Text);
    }

    [Fact]
    public async Task Call_SeveralCallsOfTheService_ReuseItsToken()
    {
        var tokens = new HashSet<string>();
        _roles.Behaviour.Answer = (_, context) =>
        {
            tokens.Add(context.RequestHeaders.GetValue("authorization")!);
            return Task.FromResult("");
        };
        for (var call = 0; call < 3; call++)
            await ClientOf(_succession).AskFeedAsync(new ProbeRequest());

        Assert.Single(tokens);
    }

    [Fact]
    public async Task Call_NobodyServedAndNoIssuerOfItsOwn_SaysWhatToAdd()
    {
        await using var stranger = await ProbeHost.StartAsync(
            builder => builder.Services.AddTalentClient<ProbeService.ProbeServiceClient>("roles"));
        stranger.Find("roles", _roles);

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await ClientOf(stranger).AskFeedAsync(new ProbeRequest()));

        Assert.Contains("AddTokens", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnaryCall_WithoutDeadline_GetsTenSeconds()
    {
        var left = TimeSpan.Zero;
        _roles.Behaviour.Answer = (_, context) =>
        {
            left = context.Deadline - TimeProvider.System.GetUtcNow().UtcDateTime;
            return Task.FromResult("");
        };

        await ClientOf(_succession).AskFeedAsync(new ProbeRequest());

        Assert.InRange(left, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Call_ServiceComesBackDuringThePauses_Answers()
    {
        var address = _roles.GrpcAddress;
        _succession.Point("roles", new Uri("http://127.0.0.1:1"));
        var call = ClientOf(_succession).AskFeedAsync(new ProbeRequest());
        _succession.Point("roles", address);

        Assert.Equal("succession", (await call).Text);
    }

    [Fact]
    public async Task Call_ErrorOfTheService_ArrivesWithItsDetails()
    {
        _roles.Behaviour.Answer = (_, _) => throw Errors.Invalid("text", "Give a text.");

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await ClientOf(_succession).AskFeedAsync(new ProbeRequest()));

        Assert.Equal([new FieldProblem("text", "Give a text.")], exception.GetDetails().Fields);
    }

    [Fact]
    public void AddTalentClient_SameClientTwice_IsRegisteredOnce()
    {
        var services = new ServiceCollection();
        services.AddTalentClient<ProbeService.ProbeServiceClient>("roles");
        var registered = services.Count;
        services.AddTalentClient<ProbeService.ProbeServiceClient>("roles");

        Assert.Equal(registered, services.Count);
    }

    [Fact]
    public async Task AddTalentClient_SameContractOfTwoServices_IsResolvedByTheServicesName()
    {
        await using var host = await ProbeHost.StartAsync(builder =>
        {
            TokenKeysTests.Identify(builder, "development");
            builder.Services.AddTalentClient<ProbeService.ProbeServiceClient>("roles");
            builder.Services.AddTalentClient<ProbeService.ProbeServiceClient>("succession");
        });
        foreach (var other in new[] { _roles, _succession })
        {
            host.Find("roles", _roles);
            host.Find("succession", _succession);
            other.Find("development", host);
        }
        _roles.Behaviour.Answer = (_, _) => Task.FromResult("of roles");
        _succession.Behaviour.Answer = (_, _) => Task.FromResult("of succession");

        var answers = new List<string>();
        foreach (var name in new[] { "roles", "succession" })
        {
            var client = host.Services.GetRequiredKeyedService<ProbeService.ProbeServiceClient>(name);
            answers.Add((await client.AskFeedAsync(new ProbeRequest())).Text);
        }

        Assert.Equal(["of roles", "of succession"], answers);
    }

    private static ProbeService.ProbeServiceClient ClientOf(ProbeHost host) =>
        host.Services.GetRequiredService<ProbeService.ProbeServiceClient>();

    private static async Task<string> AnswerPageAsync(HttpContext context)
    {
        context.SetCaller(Callers.Academy);
        return (await context.RequestServices.GetRequiredService<ProbeService.ProbeServiceClient>().AskAsync(new ProbeRequest())).Text;
    }

    private async Task<string> AskPageAsync()
    {
        using var http = _portal.Http;
        return await http.GetStringAsync(new Uri("/page", UriKind.Relative));
    }
}
