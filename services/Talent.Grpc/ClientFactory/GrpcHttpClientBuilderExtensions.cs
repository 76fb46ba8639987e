using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.ClientFactory;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures registered clients.</summary>
public static class GrpcHttpClientBuilderExtensions
{
    /// <summary>Sets the options of the channel.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="configureChannel">Sets the options.</param>
    public static IHttpClientBuilder ConfigureChannel(this IHttpClientBuilder builder, Action<GrpcChannelOptions> configureChannel)
    {
        ArgumentNullException.ThrowIfNull(configureChannel);
        return builder.Configure(options => options.ChannelOptionsActions.Add(configureChannel));
    }

    /// <summary>Sets the options of the channel, with the services at hand.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="configureChannel">Sets the options.</param>
    public static IHttpClientBuilder ConfigureChannel(
        this IHttpClientBuilder builder, Action<IServiceProvider, GrpcChannelOptions> configureChannel)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configureChannel);
        builder.Services.AddTransient<IConfigureOptions<GrpcClientFactoryOptions>>(provider =>
            new ConfigureNamedOptions<GrpcClientFactoryOptions>(builder.Name, options =>
                options.ChannelOptionsActions.Add(channel => configureChannel(provider, channel))));
        return builder;
    }

    /// <summary>Adds an interceptor that is a registered service, for the life of the channel.</summary>
    /// <typeparam name="TInterceptor">The interceptor.</typeparam>
    /// <param name="builder">The client.</param>
    public static IHttpClientBuilder AddInterceptor<TInterceptor>(this IHttpClientBuilder builder)
        where TInterceptor : Interceptor => builder.AddInterceptor<TInterceptor>(InterceptorScope.Channel);

    /// <summary>Adds an interceptor that is a registered service.</summary>
    /// <typeparam name="TInterceptor">The interceptor.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="scope">How long it lives.</param>
    public static IHttpClientBuilder AddInterceptor<TInterceptor>(this IHttpClientBuilder builder, InterceptorScope scope)
        where TInterceptor : Interceptor =>
        builder.AddInterceptor(scope, services => services.GetRequiredService<TInterceptor>());

    /// <summary>Adds an interceptor for the life of the channel.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="configureInvoker">Makes the interceptor.</param>
    public static IHttpClientBuilder AddInterceptor(this IHttpClientBuilder builder, Func<Interceptor> configureInvoker) =>
        builder.AddInterceptor(InterceptorScope.Channel, _ => configureInvoker());

    /// <summary>Adds an interceptor.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="scope">How long it lives.</param>
    /// <param name="configureInvoker">Makes the interceptor.</param>
    public static IHttpClientBuilder AddInterceptor(
        this IHttpClientBuilder builder, InterceptorScope scope, Func<Interceptor> configureInvoker) =>
        builder.AddInterceptor(scope, _ => configureInvoker());

    /// <summary>Adds an interceptor for the life of the channel, with the services at hand.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="configureInvoker">Makes the interceptor.</param>
    public static IHttpClientBuilder AddInterceptor(
        this IHttpClientBuilder builder, Func<IServiceProvider, Interceptor> configureInvoker) =>
        builder.AddInterceptor(InterceptorScope.Channel, configureInvoker);

    /// <summary>Adds an interceptor, with the services at hand.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="scope">How long it lives.</param>
    /// <param name="configureInvoker">Makes the interceptor.</param>
    public static IHttpClientBuilder AddInterceptor(
        this IHttpClientBuilder builder, InterceptorScope scope, Func<IServiceProvider, Interceptor> configureInvoker)
    {
        ArgumentNullException.ThrowIfNull(configureInvoker);
        return builder.Configure(options => options.InterceptorRegistrations.Add(new(scope, configureInvoker)));
    }

    /// <summary>Adds credentials to each call. The channel needs TLS, or must say that it sends them without.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="credentials">The credentials.</param>
    public static IHttpClientBuilder AddCallCredentials(this IHttpClientBuilder builder, CallCredentials credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return builder.AddCredentials(_ => credentials);
    }

    /// <summary>Adds credentials to each call. The channel needs TLS, or must say that it sends them without.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="authInterceptor">Adds them to the headers.</param>
    public static IHttpClientBuilder AddCallCredentials(
        this IHttpClientBuilder builder, Func<AuthInterceptorContext, Metadata, Task> authInterceptor)
    {
        ArgumentNullException.ThrowIfNull(authInterceptor);
        var credentials = CallCredentials.FromInterceptor((context, metadata) => authInterceptor(context, metadata));
        return builder.AddCredentials(_ => credentials);
    }

    /// <summary>Adds credentials to each call. The channel needs TLS, or must say that it sends them without.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="authInterceptor">Adds them to the headers, with the services of the client's scope at hand.</param>
    public static IHttpClientBuilder AddCallCredentials(
        this IHttpClientBuilder builder, Func<AuthInterceptorContext, Metadata, IServiceProvider, Task> authInterceptor)
    {
        ArgumentNullException.ThrowIfNull(authInterceptor);
        return builder.AddCredentials(services =>
            CallCredentials.FromInterceptor((context, metadata) => authInterceptor(context, metadata, services)));
    }

    /// <summary>Makes clients with a delegate instead of their constructor.</summary>
    /// <param name="builder">The client.</param>
    /// <param name="configureCreator">Makes a client.</param>
    public static IHttpClientBuilder ConfigureGrpcClientCreator(
        this IHttpClientBuilder builder, Func<CallInvoker, object> configureCreator)
    {
        ArgumentNullException.ThrowIfNull(configureCreator);
        return builder.Configure(options => options.Creator = configureCreator);
    }

    static IHttpClientBuilder AddCredentials(this IHttpClientBuilder builder, Func<IServiceProvider, CallCredentials> credentials) =>
        builder.Configure(options =>
        {
            options.HasCallCredentials = true;
            options.CallOptionsActions.Add(context =>
                context.CallOptions = context.CallOptions.WithCredentials(credentials(context.ServiceProvider)));
        });

    static IHttpClientBuilder Configure(this IHttpClientBuilder builder, Action<GrpcClientFactoryOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(builder.Name, configure);
        return builder;
    }
}
