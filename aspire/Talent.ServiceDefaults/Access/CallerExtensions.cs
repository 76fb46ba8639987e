using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Talent.ServiceDefaults;

/// <summary>Where the caller of a gRPC call or HTTP request is kept.</summary>
public static class CallerExtensions
{
    private const string Key = "talent.caller";

    /// <summary>Who calls, under the permission of the method.</summary>
    /// <exception cref="RpcException">UNAUTHENTICATED: nobody was established, as on a method that is open.</exception>
    public static Caller GetCaller(this ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.UserState.TryGetValue(Key, out var caller) ? (Caller)caller : throw Errors.Unauthenticated();
    }

    /// <summary>Establishes who calls.</summary>
    public static void SetCaller(this ServerCallContext context, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(caller);
        context.UserState[Key] = caller;
    }

    /// <summary>Who makes the request. Null: nobody is signed in.</summary>
    public static Caller? GetCaller(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(Key, out var caller) ? (Caller?)caller : null;
    }

    /// <summary>Establishes who makes the request: clients of this request carry a token of this person.</summary>
    public static void SetCaller(this HttpContext context, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(caller);
        context.Items[Key] = caller;
    }
}
