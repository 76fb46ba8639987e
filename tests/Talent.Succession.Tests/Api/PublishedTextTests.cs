using Microsoft.EntityFrameworkCore;
using Talent.Testing;

namespace Talent.Succession.Tests.Api;

/// <summary>Whatever a request holds in whatever field: no name of a person comes into the log.</summary>
public sealed class PublishedTextTests : IAsyncLifetime
{
    private ServiceHost Host { get; set; } = null!;

    public static TheoryData<string> Methods => [.. EveryMutation.Methods.Select(method => method.Name)];

    public async ValueTask InitializeAsync() => Host = await ServiceHost.StartAsync("sqlite");

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Mutation_NameInAnyField_IsNotPublished(string name)
    {
        var method = EveryMutation.Methods.Single(each => each.Name == name);
        var requests = new EveryMutation(Host);
        var flag = await requests.RaiseFlagAsync();
        var (valid, headers) = await requests.PrepareAsync(method, flag);
        await method.SendAsync(Host.Channel, valid.Under(EveryMutation.NextId()), headers);
        // Whether a post or a person is known is waited for: what is never known is tried once.
        foreach (var path in Mutations.TextFields(method.InputType))
        {
            foreach (var text in path.EndsWith("post_id", StringComparison.Ordinal) ? PublishedText.Names.Take(1) : PublishedText.Names)
            {
                var (request, caller) = await requests.PrepareAsync(method, flag);
                await PublishedText.TryAsync(
                    () => method.SendAsync(Host.Channel, request.Under(EveryMutation.NextId()).With(path, text), caller));
                Assert.False(await IsPublishedAsync(text), $"{path} of {name} publishes \"{text}\".");
            }
        }
    }

    private async Task<bool> IsPublishedAsync(string text)
    {
        await using var context = Host.Storage.CreateContext();
        return (await context.Events.ToListAsync()).Exists(row => row.Holds(text));
    }
}
