using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Messaging.Bus;
using Talent.Messaging.Feed;
using Talent.Messaging.Reactions;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Projections;

/// <summary>Follows every source that a service has projections of or reactions to.</summary>
internal sealed class FollowingService<TContext>(
    ServiceStorage<TContext> storage,
    IEnumerable<IProjection<TContext>> projections,
    IServiceProvider services,
    IEventBus bus,
    IFeed feed,
    FollowerSignal<TContext> signal,
    IdentifierSource identifiers,
    MessagingOptions options,
    TimeProvider time,
    ILogger<FollowingService<TContext>> logger) : BackgroundService where TContext : ServiceContext
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var projected = projections.ToLookup(each => each.Source);
        var reactions = services.GetKeyedServices<IReaction>(typeof(TContext)).ToLookup(each => each.Source);
        // Reactions run behind the checkpoint of their source, so it is followed even where nothing is projected.
        var sources = projected.Select(each => each.Key).Union(reactions.Select(each => each.Key));
        var followers = sources.Select(source => new Follower<TContext>(
            storage, source, new ProjectionApplier<TContext>(storage, source, [.. projected[source]], time),
            bus, feed, signal, options, time, logger).RunAsync(stoppingToken));
        var runners = reactions.Select(each => new ReactionRunner<TContext>(
            storage, each.Key, [.. each], feed, signal, identifiers, options, time, logger).RunAsync(stoppingToken));
        return Task.WhenAll([.. followers, .. runners]);
    }
}
