namespace Grpc.Core;

/// <summary>The call for which credentials are asked.</summary>
/// <param name="serviceUrl">Address and full name of the service.</param>
/// <param name="methodName">Name of the method, without the service.</param>
/// <param name="cancellationToken">Ends with the call.</param>
public class AuthInterceptorContext(string serviceUrl, string methodName, CancellationToken cancellationToken)
{
    /// <summary>A context whose call cannot be cancelled.</summary>
    /// <param name="serviceUrl">Address and full name of the service.</param>
    /// <param name="methodName">Name of the method, without the service.</param>
    public AuthInterceptorContext(string serviceUrl, string methodName)
        : this(serviceUrl, methodName, CancellationToken.None)
    {
    }

    /// <summary>Address and full name of the service, such as <c>https://roles/talent.roles.v1.Posts</c>.</summary>
    public string ServiceUrl { get; } = serviceUrl;

    /// <summary>Name of the method, without the service.</summary>
    public string MethodName { get; } = methodName;

    /// <summary>Ends with the call.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;
}

/// <summary>Adds credentials to the metadata of a call before it is sent.</summary>
/// <param name="context">The call.</param>
/// <param name="metadata">The headers to add to.</param>
/// <returns>A task that ends when the headers are complete; its failure fails the call.</returns>
public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);

/// <summary>Credentials of a caller, added to each call. Sent over TLS only, unless the channel says otherwise.</summary>
public abstract class CallCredentials
{
    private protected CallCredentials()
    {
    }

    /// <summary>Credentials that a delegate adds to the headers.</summary>
    /// <param name="interceptor">The delegate.</param>
    public static CallCredentials FromInterceptor(AsyncAuthInterceptor interceptor) =>
        new InterceptorCredentials(interceptor ?? throw new ArgumentNullException(nameof(interceptor)));

    internal abstract Task Add(AuthInterceptorContext context, Metadata metadata);

    sealed class InterceptorCredentials(AsyncAuthInterceptor interceptor) : CallCredentials
    {
        internal override Task Add(AuthInterceptorContext context, Metadata metadata) => interceptor(context, metadata);
    }
}
