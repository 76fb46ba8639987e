using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>A server interceptor and what its constructor is given.</summary>
public class InterceptorRegistration
{
    readonly object[] arguments;
    readonly ObjectFactory create;

    internal InterceptorRegistration(Type type, object[] arguments)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(arguments);
        Type = type;
        this.arguments = arguments;
        create = ActivatorUtilities.CreateFactory(type, [.. arguments.Select(argument => argument.GetType())]);
    }

    /// <summary>The interceptor.</summary>
    public Type Type { get; }

    /// <summary>What its constructor is given beside services.</summary>
    public IReadOnlyList<object> Arguments => arguments;

    /// <summary>The registered service, or an instance for this call alone, disposed with it.</summary>
    internal Interceptor Resolve(HttpContext http)
    {
        if (arguments.Length == 0 && http.RequestServices.GetService(Type) is Interceptor registered)
            return registered;
        var made = (Interceptor)create(http.RequestServices, arguments);
        http.Response.DisposeWithCall(made);
        return made;
    }
}
