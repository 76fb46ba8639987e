using Talent.Messaging.Commands;
using Talent.Messaging.Retention;
using Talent.Roles.Storage;

namespace Talent.Roles.Erasures;

/// <summary>
/// Nothing besides texts and stored answers: who held which post when is the record of the organisations served, and holds an id that no
/// name belongs to any more.
/// </summary>
internal sealed class RolesErasure : IPersonErasure<RolesContext>
{
    public Task<int> EraseAsync(CommandScope<RolesContext> command, string personId, CancellationToken cancellation) => Task.FromResult(0);
}
