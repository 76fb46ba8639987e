using System.Globalization;
using Talent.Portal.Access;
using Talent.ServiceDefaults;

namespace Talent.Portal.Live;

/// <summary>The event streams of open pages.</summary>
public static class LiveUpdates
{
    /// <summary>Adds live updates: announced over Redis where there is one, asked for elsewhere.</summary>
    /// <param name="services">The container.</param>
    /// <param name="redis">Connection string of Redis; null or empty when there is none.</param>
    public static IServiceCollection AddLiveUpdates(this IServiceCollection services, string? redis)
    {
        services.AddSingleton<Followers>();
        services.AddTransient<BoardStream>();
        services.AddTransient<ImportStream>();
        services.AddTransient<ForecastStream>();
        services.AddSingleton<Announcements>();
        if (string.IsNullOrEmpty(redis))
            return services.AddSingleton<IBoardChannel, NoBoardChannel>();
        services.AddSingleton(provider => new RedisBoardChannel(
            redis, provider.GetRequiredService<Announcements>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<RedisBoardChannel>>()));
        services.AddSingleton<IBoardChannel>(provider => provider.GetRequiredService<RedisBoardChannel>());
        return services.AddHostedService(provider => provider.GetRequiredService<RedisBoardChannel>());
    }

    /// <summary>Maps the streams.</summary>
    public static void MapLiveUpdates(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/groups/{groupId}/board/events", FollowBoard)
            .WithMetadata(new PortalEndpointMetadata(), new PermitsAttribute(Permission.ReadBoards), new FetchedByScriptAttribute());
        endpoints.MapGet("/groups/{groupId}/forecast/events", FollowForecast)
            .WithMetadata(new PortalEndpointMetadata(), new PermitsAttribute(Permission.ReadBoards), new FetchedByScriptAttribute());
        endpoints.MapGet("/administration/imports/{importId}/events", FollowImport)
            .WithMetadata(new PortalEndpointMetadata(), new PermitsAttribute(Permission.RunImports), new FetchedByScriptAttribute());
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ServerSentEventsResult<string> FollowBoard(
        string groupId, HttpContext context, BoardStream stream)
    {
        _ = long.TryParse(context.Request.Query["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var known);
        return TypedResults.ServerSentEvents(stream.FollowAsync(groupId, known, context, context.RequestAborted));
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ServerSentEventsResult<string> FollowForecast(
        string groupId, HttpContext context, ForecastStream stream) =>
        TypedResults.ServerSentEvents(stream.FollowAsync(groupId, context, context.RequestAborted));

    private static Microsoft.AspNetCore.Http.HttpResults.ServerSentEventsResult<string> FollowImport(
        string importId, HttpContext context, ImportStream stream) =>
        TypedResults.ServerSentEvents(stream.FollowAsync(importId, context, context.RequestAborted));
}
