using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Commands;
using Talent.Messaging.Retention;

namespace Talent.Messaging.Tests.Sample;

/// <summary>Deletes the account that bears the person's id.</summary>
public sealed class SampleErasure : IPersonErasure<SampleContext>
{
    public Task<int> EraseAsync(CommandScope<SampleContext> command, string personId, CancellationToken cancellation) =>
        command.Context.Accounts.Where(each => each.Id == personId).ExecuteDeleteAsync(cancellation);
}
