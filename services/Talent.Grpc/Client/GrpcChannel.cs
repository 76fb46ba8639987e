using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.Net.Client;

/// <summary>A channel to one address. Its HTTP/2 connections are opened, shared and reopened by the handler underneath.</summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    readonly HttpMessageInvoker invoker;
    readonly bool ownsInvoker;
    readonly Uri address;
    readonly CancellationTokenSource closing = new();
    readonly ConcurrentDictionary<string, Uri> addresses = new(StringComparer.Ordinal);

    GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        this.address = address;
        Options = options;
        Time = options.ServiceProvider?.GetService<TimeProvider>() ?? TimeProvider.System;
        SendsCallCredentials = IsSecure(address, options.Credentials) || options.UnsafeUseInsecureChannelCallCredentials;
        ownsInvoker = (options.HttpClient is null && options.HttpHandler is null) || options.DisposeHttpClient;
        invoker = options.HttpClient ?? new HttpMessageInvoker(options.HttpHandler ?? NewHandler(), disposeHandler: ownsInvoker);
    }

    internal GrpcChannelOptions Options { get; }

    internal TimeProvider Time { get; }

    internal bool SendsCallCredentials { get; }

    internal CancellationToken Closing => closing.Token;

    /// <summary>A channel to an address, such as <c>http://127.0.0.1:5001</c>.</summary>
    /// <param name="address">The address.</param>
    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>A channel to an address, such as <c>http://127.0.0.1:5001</c>.</summary>
    /// <param name="address">The address.</param>
    /// <param name="channelOptions">What holds for its calls.</param>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) =>
        ForAddress(new Uri(address), channelOptions);

    /// <summary>A channel to an address.</summary>
    /// <param name="address">The address.</param>
    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>A channel to an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="channelOptions">What holds for its calls.</param>
    /// <exception cref="InvalidOperationException">The credentials contradict the scheme of the address.</exception>
    /// <exception cref="ArgumentException">Both a handler and a client are given.</exception>
    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(channelOptions);
        if (channelOptions is { HttpClient: not null, HttpHandler: not null })
            throw new ArgumentException("HttpClient and HttpHandler have been configured. Only one can be.", nameof(channelOptions));
        return new(address, channelOptions);
    }

    /// <inheritdoc/>
    public override CallInvoker CreateCallInvoker()
    {
        ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, this);
        return new HttpCallInvoker(this);
    }

    /// <summary>Cancels the calls under way and closes the connections the channel opened itself.</summary>
    public void Dispose()
    {
        if (closing.IsCancellationRequested)
            return;
        closing.Cancel();
        if (ownsInvoker)
            invoker.Dispose();
    }

    internal static SocketsHttpHandler NewHandler() => new()
    {
        EnableMultipleHttp2Connections = true,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
    };

    internal static bool IsSecure(Uri address, ChannelCredentials? credentials)
    {
        var isTls = string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
        if (credentials is not null && credentials.IsSecure != isTls)
            throw new InvalidOperationException($"The channel's credentials do not go with the scheme '{address.Scheme}'.");
        return isTls;
    }

    internal Uri AddressOf(IMethod method) => addresses.GetOrAdd(method.FullName, static (name, to) => new(to, name), address);

    internal Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancel) => invoker is HttpClient client
        ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel)
        : invoker.SendAsync(request, cancel);

    /// <inheritdoc/>
    protected override Task ShutdownAsyncCore()
    {
        Dispose();
        return Task.CompletedTask;
    }
}
