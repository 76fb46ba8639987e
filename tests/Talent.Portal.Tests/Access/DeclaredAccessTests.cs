using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Talent.Portal.Access;
using Talent.Portal.Doubles;
using Talent.ServiceDefaults;

namespace Talent.Portal.Tests.Access;

public sealed class DeclaredAccessTests(PortalHost portal)
{
    // What answers without being a page of the portal: health and public keys, mapped beside it.
    private static readonly HashSet<string> NotOurs = ["/health", "/alive", "/.well-known/jwks.json"];

    // The official gRPC packages map methods that do not exist, to answer just that.
    private const string NoSuchMethod = ":grpcunimplemented}";

    [Fact]
    public async Task EveryPage_AsMapped_DeclaresWhoMayOpenIt()
    {
        var services = portal.App.Services;
        var loader = services.GetRequiredService<PageLoader>();
        var pages = services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>();
        var undeclared = new List<string>();
        foreach (var page in pages)
        {
            var loaded = await loader.LoadAsync(page, Microsoft.AspNetCore.Http.EndpointMetadataCollection.Empty);
            if (loaded.HandlerTypeInfo.GetCustomAttributes(typeof(PortalAccessAttribute), inherit: true).Length != 1)
                undeclared.Add(page.ViewEnginePath);
        }

        Assert.NotEmpty(pages);
        Assert.Empty(undeclared);
    }

    [Fact]
    public void EveryEndpoint_AsMapped_BelongsToThePortalAndDeclaresWhoMayOpenIt()
    {
        var endpoints = portal.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        var undeclared = endpoints
            .Where(endpoint => !NotOurs.Contains($"/{endpoint.RoutePattern.RawText?.TrimStart('/')}"))
            .Where(endpoint => endpoint.RoutePattern.RawText?.EndsWith(NoSuchMethod, StringComparison.Ordinal) != true)
            // The event log for other services: gRPC, with a permission of its own.
            .Where(endpoint => endpoint.Metadata.GetMetadata<RequiresPermissionAttribute>() is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<PortalEndpointMetadata>() is null
                || (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null
                    && endpoint.Metadata.GetMetadata<PortalAccessAttribute>() is null))
            .Select(endpoint => endpoint.RoutePattern.RawText);

        Assert.NotEmpty(endpoints);
        Assert.Empty(undeclared);
    }
}
