namespace Grpc.Core;

/// <summary>The methods of one instance of a service, as generated code lists them.</summary>
public class ServerServiceDefinition
{
    readonly List<Action<ServiceBinderBase>> methods;

    ServerServiceDefinition(List<Action<ServiceBinderBase>> methods) => this.methods = methods;

    /// <summary>Starts an empty list.</summary>
    public static Builder CreateBuilder() => new();

    internal void BindService(ServiceBinderBase serviceBinder) => methods.ForEach(add => add(serviceBinder));

    /// <summary>Collects the methods.</summary>
    public class Builder
    {
        readonly List<Action<ServiceBinderBase>> methods = [];

        /// <summary>Adds a method with one request and one response.</summary>
        /// <typeparam name="TRequest">Type of a request.</typeparam>
        /// <typeparam name="TResponse">Type of a response.</typeparam>
        /// <param name="method">The method.</param>
        /// <param name="handler">What serves it.</param>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class =>
            Add(binder => binder.AddMethod(method, handler));

        /// <summary>Adds a method with a stream of requests and one response.</summary>
        /// <typeparam name="TRequest">Type of a request.</typeparam>
        /// <typeparam name="TResponse">Type of a response.</typeparam>
        /// <param name="method">The method.</param>
        /// <param name="handler">What serves it.</param>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class =>
            Add(binder => binder.AddMethod(method, handler));

        /// <summary>Adds a method with one request and a stream of responses.</summary>
        /// <typeparam name="TRequest">Type of a request.</typeparam>
        /// <typeparam name="TResponse">Type of a response.</typeparam>
        /// <param name="method">The method.</param>
        /// <param name="handler">What serves it.</param>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class =>
            Add(binder => binder.AddMethod(method, handler));

        /// <summary>Adds a method with a stream each way.</summary>
        /// <typeparam name="TRequest">Type of a request.</typeparam>
        /// <typeparam name="TResponse">Type of a response.</typeparam>
        /// <param name="method">The method.</param>
        /// <param name="handler">What serves it.</param>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class =>
            Add(binder => binder.AddMethod(method, handler));

        /// <summary>Ends the list.</summary>
        public ServerServiceDefinition Build() => new(methods);

        Builder Add(Action<ServiceBinderBase> add)
        {
            methods.Add(add);
            return this;
        }
    }
}
