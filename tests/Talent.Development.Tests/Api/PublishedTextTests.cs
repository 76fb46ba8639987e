using Microsoft.EntityFrameworkCore;
using Talent.Development.Tests.Running;
using Talent.Testing;

namespace Talent.Development.Tests.Api;

/// <summary>Whatever a request holds in whatever field: no name of a person comes into the log.</summary>
public sealed class PublishedTextTests(SqliteDevelopment fixture) : IClassFixture<SqliteDevelopment>
{
    private readonly DevelopmentHost _host = fixture.Host;
    private readonly Given _given = new(fixture.Host);

    public static TheoryData<string> Methods => [.. EveryMutation.Methods.Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Mutation_NameInAnyField_IsNotPublished(string name)
    {
        var method = EveryMutation.Methods.Single(each => each.Name == name);
        var requests = new EveryMutation(_host);
        var (valid, headers) = await requests.PrepareAsync(method);
        await method.SendAsync(_host.Channel, valid.Under(_given.NewId()), headers);
        foreach (var path in Mutations.TextFields(method.InputType))
        {
            // A code is opaque, so one with hyphens is a code.
            foreach (var text in path.EndsWith("_code", StringComparison.Ordinal) && !path.EndsWith("reason_code", StringComparison.Ordinal)
                ? PublishedText.NamesUnlikeCodes
                : PublishedText.Names)
            {
                var (request, caller) = await requests.PrepareAsync(method);
                await PublishedText.TryAsync(
                    () => method.SendAsync(_host.Channel, request.Under(_given.NewId()).With(path, text), caller));
                Assert.False(await IsPublishedAsync(text), $"{path} of {name} publishes \"{text}\".");
            }
        }
    }

    private async Task<bool> IsPublishedAsync(string text)
    {
        await using var context = _host.Storage.CreateContext();
        return (await context.Events.ToListAsync()).Exists(row => row.Holds(text));
    }
}
