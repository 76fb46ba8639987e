using Talent.Events.V1;
using Talent.Messaging.Projections;
using Talent.Messaging.Storage;
using Talent.Messaging.Work;

namespace Talent.Messaging.Retention;

/// <summary>
/// Wants the erasure of everybody whose record the Development service erased. It keeps nothing itself, and wants it again in a rebuild:
/// what a restored database brought back goes once more.
/// </summary>
internal sealed class ErasureProjection<TContext> : IProjection<TContext> where TContext : ServiceContext
{
    public const string ErasingService = "development";
    private const string Erased = "development.person.erased.v1";

    public string Source => ErasingService;

    public Task ApplyAsync(TContext context, Event happened, CancellationToken cancellation)
    {
        if (happened.Type == Erased)
            context.Want(ErasureWork<TContext>.KindOfWork, PersonErased.Parser.ParseFrom(happened.Payload).PersonId);
        return Task.CompletedTask;
    }

    public Task ClearAsync(TContext context, CancellationToken cancellation) => Task.CompletedTask;
}
