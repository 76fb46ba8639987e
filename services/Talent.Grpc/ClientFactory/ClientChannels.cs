using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory;

/// <summary>One channel for each registered name, for the life of the application.</summary>
sealed class ClientChannels(
    IServiceProvider services, IHttpMessageHandlerFactory handlers, IOptionsMonitor<GrpcClientFactoryOptions> monitor) : IDisposable
{
    readonly ConcurrentDictionary<string, Lazy<(GrpcChannel Channel, CallInvoker Invoker)>> channels = new(StringComparer.Ordinal);

    public CallInvoker Get(string name) =>
        channels.GetOrAdd(name, added => new(() => Create(added))).Value.Invoker;

    public void Dispose()
    {
        foreach (var channel in channels.Values.Where(channel => channel.IsValueCreated))
            channel.Value.Channel.Dispose();
    }

    (GrpcChannel Channel, CallInvoker Invoker) Create(string name)
    {
        var options = monitor.Get(name);
        var address = options.Address ??
            throw new InvalidOperationException($"Could not resolve the address for gRPC client '{name}'. Set an address for it.");
        var channelOptions = new GrpcChannelOptions { HttpHandler = handlers.CreateHandler(name), ServiceProvider = services };
        foreach (var configure in options.ChannelOptionsActions)
            configure(channelOptions);
        var channel = GrpcChannel.ForAddress(address, channelOptions);
        if (options.HasCallCredentials && !channel.SendsCallCredentials)
        {
            throw new InvalidOperationException(
                $"Call credential configured for gRPC client '{name}' requires TLS, and the client isn't configured to use TLS. " +
                "Either configure a TLS address, or use the call credential without TLS by setting " +
                "GrpcChannelOptions.UnsafeUseInsecureChannelCallCredentials to true.");
        }

        var invoker = channel.Intercept(
            [.. options.InterceptorRegistrations
                .Where(registration => registration.Scope == InterceptorScope.Channel)
                .Select(registration => registration.Creator(services))]);
        return (channel, invoker);
    }
}
