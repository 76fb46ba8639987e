using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Commands;

namespace Talent.Messaging.Tests.Sample;

/// <summary>The one command of the sample service: adds to an account and publishes what was added.</summary>
public sealed class SampleCommands(CommandRunner<SampleContext> runner)
{
    public const string Added = "roles.amount.added.v1";

    /// <summary>Adds the amount; the answer is the total that is committed when it is read.</summary>
    public async Task<long> AddAsync(string account, long amount, string requestId, CancellationToken cancellation = default) =>
        await runner.RunAsync(
            For(account, amount, requestId),
            (scope, token) => ChangeAsync(scope, account, amount, token),
            async (context, outcome, token) => (await context.Accounts.SingleAsync(each => each.Id == outcome.Identifier, token)).Total,
            cancellation);

    public static CommandContext For(string account, long amount, string requestId) =>
        new("tester", "sample/Add", requestId, new StringValue { Value = $"{account} {amount}" }, "correlation");

    public static async Task<CommandOutcome> ChangeAsync(
        CommandScope<SampleContext> scope, string id, long amount, CancellationToken cancellation)
    {
        var account = await scope.Context.Accounts.SingleOrDefaultAsync(each => each.Id == id, cancellation);
        if (account is null)
        {
            account = new Account { Id = id };
            scope.Context.Accounts.Add(account);
        }
        account.Total += amount;
        account.ChangedOn = scope.Today;
        account.Version++;
        scope.Append($"accounts/{id}", account.Version, Added, new Int64Value { Value = amount });
        return CommandOutcome.For(id, account.Version);
    }
}
