using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server;

/// <summary>Serves one HTTP request as a call: checks it, runs it, and turns its end into a status.</summary>
sealed class ServerCallHandler(GrpcServiceOptions options, TimeProvider time, ILogger logger)
{
    const string HandlerFailed = "Exception was thrown by handler.";
    static readonly Status DeadlineExceeded = new(StatusCode.DeadlineExceeded, "Deadline Exceeded");

    public async Task Handle(HttpContext http, IMethod method, bool streamsIn, Func<ServerCall, Task> run)
    {
        if (!Accepts(http))
            return;
        LiftSizeLimit(http);
        if (streamsIn)
            LiftRateLimit(http);
        http.Response.ContentType = Protocol.ContentType;
        using var call = new ServerCall(http, method, options, time, logger);
        Status status;
        try
        {
            call.Start();
            await run(call);
            status = call.DeadlinePassed && !http.RequestAborted.IsCancellationRequested ? DeadlineExceeded : call.Status;
        }
        catch (Exception e)
        {
            status = StatusOf(e, call, method);
        }

        await call.End(status);
    }

    static bool Accepts(HttpContext http)
    {
        if (!Protocol.IsGrpc(http.Request.ContentType))
            return Refuse(http, StatusCodes.Status415UnsupportedMediaType, $"Content-Type '{http.Request.ContentType}' is not supported.");
        return HttpProtocol.IsHttp2(http.Request.Protocol) || HttpProtocol.IsHttp3(http.Request.Protocol) ||
            Refuse(http, StatusCodes.Status426UpgradeRequired, $"Request protocol '{http.Request.Protocol}' is not supported.");
    }

    static bool Refuse(HttpContext http, int httpStatus, string why)
    {
        http.Response.StatusCode = httpStatus;
        StatusHeaders.Set(http.Response.Headers, new Status(StatusCode.Internal, why));
        return false;
    }

    /// <summary>Messages have a limit of their own, and a stream of them may be long: the server's limit is for uploads.</summary>
    static void LiftSizeLimit(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
    }

    /// <summary>A stream may be slow: the server's minimum data rate is for uploads.</summary>
    static void LiftRateLimit(HttpContext http)
    {
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
    }

    Status StatusOf(Exception failure, ServerCall call, IMethod method)
    {
        if (failure is RpcException chosen)
        {
            foreach (var entry in chosen.Trailers)
                call.ResponseTrailers.Add(entry);
            logger.LogInformation("{Method} ended with {Status}.", method.FullName, chosen.StatusCode);
            return chosen.Status;
        }

        if (call.CallerLost || call.Http.RequestAborted.IsCancellationRequested)
        {
            logger.LogDebug("{Method} was cancelled by the caller.", method.FullName);
            return Status.DefaultCancelled;
        }

        if (call.DeadlinePassed)
            return DeadlineExceeded;
        logger.LogError(failure, "{Method} failed.", method.FullName);
        return new Status(StatusCode.Unknown, options.EnableDetailedErrors == true
            ? $"{HandlerFailed} {failure.GetType().Name}: {failure.Message}"
            : HandlerFailed);
    }
}
