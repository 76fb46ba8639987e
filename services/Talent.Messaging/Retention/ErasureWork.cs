using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Talent.Events.V1;
using Talent.Messaging.Commands;
using Talent.Messaging.Storage;
using Talent.Messaging.Work;

namespace Talent.Messaging.Retention;

/// <summary>Deletes what the service holds about a person whose record was erased, and reports it, in one transaction.</summary>
internal sealed class ErasureWork<TContext>(
    ServiceStorage<TContext> storage, CommandRunner<TContext> runner, IPersonErasure<TContext> erasure, IdentifierSource identifiers)
    : IWork<TContext> where TContext : ServiceContext
{
    public const string KindOfWork = "erasure";

    public string Kind => KindOfWork;

    public Task DoAsync(WorkScope<TContext> scope, CancellationToken cancellation)
    {
        var person = scope.Subject;
        var command = new CommandContext(
            storage.Name, "work/erasure", identifiers.Next(), new StringValue { Value = person },
            Activity.Current?.TraceId.ToString() ?? identifiers.Next());
        return runner.RunAsync(
            command,
            async (change, token) =>
            {
                await ErasedPeople.KeepOthersAwayAsync(change.Context, token);
                var records = await erasure.EraseAsync(change, person, token);
                var (texts, answers) = await change.Context.EraseAsync(person, token);
                await ReportAsync(
                    change, new ErasureReported { PersonId = person, Texts = texts, Answers = answers, Records = records }, token);
                // Not the person: a stored answer must not bring the id back.
                return new CommandOutcome([command.RequestId], "");
            },
            cancellation);
    }

    // Once; again where something had come back.
    private async Task ReportAsync(CommandScope<TContext> change, ErasureReported report, CancellationToken cancellation)
    {
        var aggregate = ErasedPeople.AggregateOf(report.PersonId);
        var last = await change.Context.Events.Where(each => each.Aggregate == aggregate)
            .MaxAsync(each => (long?)each.AggregateVersion, cancellation) ?? 0;
        if (last == 0 || report.Texts + report.Answers + report.Records > 0)
            change.Append(aggregate, last + 1, $"{storage.Name}.erasure.reported.v1", report);
    }
}
