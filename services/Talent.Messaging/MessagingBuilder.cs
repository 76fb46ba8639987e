using Microsoft.Extensions.DependencyInjection;
using Talent.Messaging.Projections;
using Talent.Messaging.Reactions;
using Talent.Messaging.Storage;
using Talent.Messaging.Work;

namespace Talent.Messaging;

/// <summary>What a service does with events, as its <c>AddX</c> says it.</summary>
/// <typeparam name="TContext">The service's context.</typeparam>
public sealed class MessagingBuilder<TContext> where TContext : ServiceContext
{
    private readonly IServiceCollection _services;

    internal MessagingBuilder(IServiceCollection services) => _services = services;

    /// <summary>Follows another service's events; one instance serves all of them.</summary>
    public MessagingBuilder<TContext> Project<TProjection>() where TProjection : class, IProjection<TContext>
    {
        _services.AddSingleton<IProjection<TContext>, TProjection>();
        return this;
    }

    /// <summary>Answers another service's events with commands; one instance serves all of them.</summary>
    public MessagingBuilder<TContext> React<TReaction>() where TReaction : class, IReaction
    {
        _services.AddKeyedSingleton<IReaction, TReaction>(typeof(TContext));
        return this;
    }

    /// <summary>Does one kind of work; one instance serves all of it.</summary>
    public MessagingBuilder<TContext> Work<TWork>() where TWork : class, IWork<TContext>
    {
        _services.AddSingleton<IWork<TContext>, TWork>();
        return this;
    }
}
