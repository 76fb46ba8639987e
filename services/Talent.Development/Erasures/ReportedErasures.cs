using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Talent.Development.Storage;
using Talent.Messaging;
using Talent.Messaging.Commands;
using Talent.Messaging.Work;

namespace Talent.Development.Erasures;

/// <summary>
/// Erases somebody whom other services report as erased, because a restored backup knows nothing of it. A record that is younger than the
/// backup leaves its id alone, so that nobody records it anew.
/// </summary>
internal sealed class ReportedErasures(CommandRunner<DevelopmentContext> runner, IdentifierSource identifiers) : IWork<DevelopmentContext>
{
    /// <summary>The kind of work, as it is wanted.</summary>
    public const string KindOfWork = "erasure";

    private const string Reason = "erased-since-the-backup";

    /// <inheritdoc />
    public string Kind => KindOfWork;

    /// <inheritdoc />
    public Task DoAsync(WorkScope<DevelopmentContext> scope, CancellationToken cancellation)
    {
        var command = new CommandContext(
            DevelopmentRegistration.ServiceName, "work/erasure", identifiers.Next(), new StringValue { Value = scope.Subject },
            Activity.Current?.TraceId.ToString() ?? identifiers.Next());
        return runner.RunAsync(
            command,
            async (change, token) =>
            {
                var person = await change.Context.People.FindAsync([scope.Subject], token)
                    ?? change.Context.People.Add(Unknown(scope.Subject)).Entity;
                if (!person.Erased)
                    await RecordErasure.EraseAsync(change, person, Reason, token);
                return new CommandOutcome([command.RequestId], "");
            },
            cancellation);
    }

    private static PersonRow Unknown(string personId) => new()
    {
        Id = personId,
        DisplayName = "",
        SearchName = "",
        GroupId = "",
        EmployerCode = "",
        ManagerId = "",
        ControllerCode = "",
    };
}
