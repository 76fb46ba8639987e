using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Restoring;

/// <summary>gRPC methods that answer only while their service is open.</summary>
public static class OpeningEndpoints
{
    /// <summary>
    /// Answers UNAVAILABLE while the service is closed (<see cref="Opening{TContext}"/>), so that callers come again. Not for the Feed:
    /// others need it to open.
    /// </summary>
    /// <param name="methods">What <c>MapGrpcService</c> returned.</param>
    /// <typeparam name="TContext">The service's context.</typeparam>
    public static IEndpointConventionBuilder OpensWith<TContext>(this IEndpointConventionBuilder methods) where TContext : ServiceContext
    {
        ArgumentNullException.ThrowIfNull(methods);
        methods.Add(endpoint =>
        {
            var serve = endpoint.RequestDelegate;
            endpoint.RequestDelegate = async context =>
            {
                var opening = context.RequestServices.GetRequiredService<Opening<TContext>>();
                if (await opening.IsOpenAsync(context.RequestAborted))
                    await serve!(context);
                else
                    Refuse(context.Response);
            };
        });
        return methods;
    }

    // A response of headers alone, as the gRPC protocol writes a status before any message.
    private static void Refuse(HttpResponse response)
    {
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = ((int)StatusCode.Unavailable).ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = "This service was restored from a backup and opens once later erasures are applied again.";
    }
}
