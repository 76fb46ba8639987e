using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>
/// Where the instance comes from that serves a call: the services when it is registered there, else made for the call and disposed with it.
/// One that needs nothing is made without a scope of services.
/// </summary>
sealed class ServiceSource<TService>
    where TService : class
{
    readonly bool isRegistered;
    readonly bool needsNothing;
    readonly ObjectFactory<TService>? create;

    public ServiceSource(IServiceProvider services)
    {
        isRegistered = services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(TService));
        if (isRegistered)
            return;
        create = ActivatorUtilities.CreateFactory<TService>([]);
        needsNothing = typeof(TService).GetConstructors() is [var only] && only.GetParameters().Length == 0;
    }

    public TService Get(HttpContext http)
    {
        if (isRegistered)
            return http.RequestServices.GetRequiredService<TService>();
        var made = needsNothing ? Activator.CreateInstance<TService>() : create!(http.RequestServices, null);
        http.Response.DisposeWithCall(made);
        return made;
    }
}
