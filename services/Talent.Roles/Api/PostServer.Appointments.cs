using Grpc.Core;
using Talent.Messaging.Commands;
using Talent.Roles.Domain;
using Talent.Roles.Storage;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using static Talent.Roles.Api.RuleErrors;
using EndReason = Talent.Roles.Domain.EndReason;

namespace Talent.Roles.Api;

/// <summary>The writing half for appointments, which belong to their post.</summary>
internal sealed partial class PostServer
{
    private static readonly string[] ChangeableOfAppointments =
        ["planned_end", "terms.appointing_body", "terms.approved_on", "terms.first_appointed_on"];

    [RequiresPermission(Permission.WriteAppointments)]
    public override Task<CreateAppointmentResponse> CreateAppointment(
        CreateAppointmentRequest request, ServerCallContext context) => Answer(async () =>
    {
        var message = request.Appointment ?? throw Errors.Invalid("appointment", "Give the appointment to make.");
        var reason = ChangeReasons.Check(ReasonedChange.Appoint, request.ReasonCode);
        return await runner.RunAsync(
            context.Command(request.RequestId, request),
            async (scope, token) =>
            {
                var row = await scope.FindPostAsync(context.GetCaller(), message.PostId, request.PostEtag, token);
                var post = row.ToDomain();
                var clocks = await TermClocks.OfAsync(scope.Context, [message.PersonId], token);
                var appointment = clocks.CarriedOn(message.ToDomain(post.Served, scope.NextId));
                await scope.Context.CheckNewAsync([appointment], token);
                await scope.Context.CheckRecordedAsync(
                    "appointment.terms.organisation_code", appointment.Terms.Select(term => term.Code), token);
                var outcome = scope.Write(row, post.Appoint(appointment), reason);
                return new CommandOutcome([outcome.Identifier, appointment.Id], outcome.Etag).About(appointment.PersonId);
            },
            async (database, outcome, token) => new CreateAppointmentResponse
            {
                Post = await new PostView(database, context.GetCaller(), Today).GetAsync(outcome.Identifier, token),
                AppointmentId = outcome.Identifiers[1],
            },
            context.CancellationToken);
    });

    [RequiresPermission(Permission.WriteAppointments)]
    public override Task<UpdateAppointmentResponse> UpdateAppointment(
        UpdateAppointmentRequest request, ServerCallContext context) => Answer(async () =>
    {
        var message = request.Appointment ?? throw Errors.Invalid("appointment", "Give the appointment with its new values.");
        var mask = Requests.Mask(request.UpdateMask, ChangeableOfAppointments);
        var reason = ChangeReasons.Check(ReasonedChange.Amend, request.ReasonCode);
        var post = await RunAsync(context, request.RequestId, request, async (scope, token) =>
        {
            var row = await scope.FindPostAsync(context.GetCaller(), message.PostId, request.PostEtag, token);
            var before = row.ToDomain();
            string[] people = [.. before.Appointments.Where(one => one.Id == message.Id).Select(one => one.PersonId)];
            var clocks = await TermClocks.OfAsync(scope.Context, people, token, without: message.Id);
            return scope.Write(row, before.Amend(message.Id, one => clocks.CarriedOn(one.Masked(message, mask))), reason).About(people);
        });
        return new UpdateAppointmentResponse { Post = post };
    });

    [RequiresPermission(Permission.WriteAppointments)]
    public override Task<EndAppointmentResponse> EndAppointment(
        EndAppointmentRequest request, ServerCallContext context) => Answer(async () =>
    {
        var end = request.End.ToRequiredDay("end");
        var reason = Enumerations.Known<EndReason>("reason", (int)request.Reason);
        var board = OrganisationCode.OrNone(request.OrganisationCode);
        var post = await RunAsync(context, request.RequestId, request, async (scope, token) =>
        {
            var row = await scope.FindPostAsync(context.GetCaller(), request.PostId, request.PostEtag, token);
            var before = row.ToDomain();
            var outcome = scope.Write(row, board is { } one
                ? before.EndOnBoard(request.AppointmentId, one, end, reason, scope.Today)
                : before.End(request.AppointmentId, end, reason, scope.Today));
            return outcome.About(before.Appointments.Where(held => held.Id == request.AppointmentId).Select(held => held.PersonId));
        });
        return new EndAppointmentResponse { Post = post };
    });
}
