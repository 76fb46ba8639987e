using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory;

/// <summary>Makes clients on the shared channel of their name, with the interceptors of their own scope.</summary>
sealed class DefaultGrpcClientFactory(
    ClientChannels channels, IServiceProvider services, IOptionsMonitor<GrpcClientFactoryOptions> monitor) : GrpcClientFactory
{
    public override TClient CreateClient<TClient>(string name)
    {
        var options = monitor.Get(name);
        var invoker = channels.Get(name).Intercept(
            [.. options.InterceptorRegistrations
                .Where(registration => registration.Scope == InterceptorScope.Client)
                .Select(registration => registration.Creator(services))]);
        if (options.CallOptionsActions.Count > 0)
            invoker = new CallOptionsInvoker(invoker, call => Complete(call, options));
        return (TClient)(options.Creator?.Invoke(invoker) ?? Constructor<TClient>.Create(services, [invoker]));
    }

    CallOptions Complete(CallOptions call, GrpcClientFactoryOptions options)
    {
        var context = new CallOptionsContext(call, services);
        foreach (var complete in options.CallOptionsActions)
            complete(context);
        return context.CallOptions;
    }

    static class Constructor<TClient>
    {
        public static readonly ObjectFactory Create = ActivatorUtilities.CreateFactory(typeof(TClient), [typeof(CallInvoker)]);
    }
}
