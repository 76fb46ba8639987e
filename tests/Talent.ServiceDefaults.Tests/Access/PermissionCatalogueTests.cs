using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Talent.ServiceDefaults.Tests;

public sealed class PermissionCatalogueTests
{
    private static readonly IReadOnlyList<CataloguedMethod> Methods = PermissionCatalogue.Of(typeof(Probe).Assembly);

    [Fact]
    public void Of_Assembly_ListsEveryMethodOfTheContract() =>
        Assert.Equal(
            ProbeService.Descriptor.Methods.Select(method => method.Name).Order(StringComparer.Ordinal),
            Methods.Where(method => method.Implementation == typeof(Probe)).Select(method => method.Method));

    [Fact]
    public void Of_DeclaredMethod_GivesItsPermission() => Assert.Equal(Permission.ReadBoards, PermissionOf(typeof(Probe), "AskBoard"));

    [Fact]
    public void Of_UndeclaredMethod_GivesNone() => Assert.Null(PermissionOf(typeof(Probe), "AskUndeclared"));

    [Fact]
    public void Of_MethodThatIsNotOverridden_GivesNone() => Assert.Null(PermissionOf(typeof(Partial), "AskBoard"));

    [Fact]
    public async Task Of_MappedEndpoints_ListsEveryMethodWithThePermissionInForce()
    {
        await using var host = await ProbeHost.StartAsync();

        var mapped = PermissionCatalogue.Of(host.Services.GetRequiredService<EndpointDataSource>());

        Assert.Equal(Methods.Where(method => method.Implementation == typeof(Probe)), mapped);
    }

    [Fact]
    public async Task Of_EndpointWithPermissionAsMetadata_GivesIt()
    {
        await using var host = await ProbeHost.StartAsync(map: app =>
            app.MapGrpcService<Partial>().WithMetadata(new RequiresPermissionAttribute(Permission.ReadFeed)));

        var mapped = PermissionCatalogue.Of(host.Services.GetRequiredService<EndpointDataSource>());

        var partial = mapped.Where(method => method.Implementation == typeof(Partial)).ToList();
        Assert.NotEmpty(partial);
        Assert.All(partial, method => Assert.Equal(Permission.ReadFeed, method.Permission));
    }

    private static Permission? PermissionOf(Type type, string name) =>
        Assert.Single(Methods, method => method.Implementation == type && method.Method == name).Permission;

    private sealed class Partial : ProbeService.ProbeServiceBase;
}
