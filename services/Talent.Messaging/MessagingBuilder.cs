using Microsoft.Extensions.DependencyInjection;
using Talent.Messaging.Projections;
using Talent.Messaging.Reactions;
using Talent.Messaging.Restoring;
using Talent.Messaging.Retention;
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

    /// <summary>
    /// Deletes what the service holds about a person when the Development service erases the record, and reports it with
    /// <c>NAME.erasure.reported.v1</c>. A restored database stays closed until it has caught up with the erasures.
    /// </summary>
    public MessagingBuilder<TContext> Erase<TErasure>() where TErasure : class, IPersonErasure<TContext>
    {
        _services.AddSingleton<IPersonErasure<TContext>, TErasure>();
        return Project<ErasureProjection<TContext>>().Work<ErasureWork<TContext>>().OpenAfter(ErasureProjection<TContext>.ErasingService);
    }

    /// <summary>A restored database stays closed until its projections have caught up with this source.</summary>
    /// <param name="source">A service whose log tells of erasures.</param>
    public MessagingBuilder<TContext> OpenAfter(string source)
    {
        _services.AddSingleton(new ErasureSource<TContext>(source));
        return this;
    }
}
