using Microsoft.EntityFrameworkCore;
using Talent.Roles.Tests.Hosting;
using Talent.Testing;
using static Talent.Roles.Tests.Hosting.Arrangement;

namespace Talent.Roles.Tests.Api;

/// <summary>Whatever a request holds in place of an id, a code or a key: no name of a person comes into the log.</summary>
public sealed class PublishedTextTests(SqliteRoles host) : IClassFixture<SqliteRoles>
{
    // Titles of posts and groups and names of organisations are what the register is for.
    private static readonly string[] Titles = ["post.title", "posts.title", "group.title", "organisations.names.value"];

    // A code is opaque, so one with hyphens is a code.
    private static readonly string[] Codes =
        ["organisations.code", "organisations.regions.value", "organisations.integrated_care_boards.value", "group.region_code"];

    public static TheoryData<string> Methods => [.. EveryMutation.Methods.Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Mutation_NameInAnyField_IsNotPublished(string name)
    {
        var method = EveryMutation.Methods.Single(each => each.Name == name);
        var requests = new EveryMutation(host);
        var (valid, headers) = await requests.PrepareAsync(method);
        await method.SendAsync(host.Channel, valid.Under(NewId()), headers);
        foreach (var path in Mutations.TextFields(method.InputType).Except(Titles))
        {
            foreach (var text in Codes.Contains(path) ? PublishedText.NamesUnlikeCodes : PublishedText.Names)
            {
                var (request, caller) = await requests.PrepareAsync(method);
                await PublishedText.TryAsync(() => method.SendAsync(host.Channel, request.Under(NewId()).With(path, text), caller));
                Assert.False(await IsPublishedAsync(text), $"{path} of {name} publishes \"{text}\".");
            }
        }
    }

    private async Task<bool> IsPublishedAsync(string text)
    {
        await using var context = host.Storage.CreateContext();
        return (await context.Events.ToListAsync()).Exists(row => row.Holds(text));
    }
}
