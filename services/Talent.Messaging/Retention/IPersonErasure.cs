using Talent.Messaging.Commands;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Retention;

/// <summary>
/// What a service does with its own tables when a person's record is erased. Texts and stored answers are deleted besides, and the service
/// reports, without it doing anything.
/// </summary>
/// <typeparam name="TContext">The service's context.</typeparam>
public interface IPersonErasure<TContext> where TContext : ServiceContext
{
    /// <summary>Deletes, withdraws or separates from the person what the service holds. Doing it again finds nothing.</summary>
    /// <param name="command">The command in whose transaction it happens.</param>
    /// <param name="personId">Id of the person.</param>
    /// <param name="cancellation">Gives up; it is done later.</param>
    /// <returns>How many records were concerned.</returns>
    Task<int> EraseAsync(CommandScope<TContext> command, string personId, CancellationToken cancellation);
}
