using Google.Protobuf;
using Grpc.Core;
using Talent.Development.V1;
using Talent.Roles.V1;
using Talent.Succession.V1;

namespace Talent.Faults.Tests.Burst;

/// <summary>
/// Sends a command, and again with the same request id until it is answered: through the portal's forms where there are any, else straight
/// to the service.
/// </summary>
internal sealed class CommandSender(
    PostService.PostServiceClient posts, PersonService.PersonServiceClient people, NominationService.NominationServiceClient nominations, Func<string> token,
    FormSender? forms)
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns when the command is acknowledged; throws when it is refused for a reason that repetition cannot change.</summary>
    public async Task<IMessage> SendAsync(IMessage command, CancellationToken cancel)
    {
        if (forms is not null && FormSender.HasForm(command)) return await forms.SendAsync(command, cancel);
        while (true)
        {
            try
            {
                return await SendOnceAsync(command, cancel);
            }
            catch (RpcException exception) when (MayRepeat(exception.StatusCode))
            {
                await Task.Delay(Pause, TimeProvider.System, cancel);
            }
        }
    }

    // NOT_FOUND is here because a service checks references against what its projections know so far.
    private static bool MayRepeat(StatusCode status) =>
        status is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Aborted or StatusCode.Cancelled or StatusCode.NotFound;

    private async Task<IMessage> SendOnceAsync(IMessage command, CancellationToken cancel)
    {
        var options = new CallOptions(
            new Metadata { { "authorization", "Bearer " + token() } }, TimeProvider.System.GetUtcNow().UtcDateTime + AnswerLimit, cancel);
        return command switch
        {
            CreatePersonRequest request => await people.CreatePersonAsync(request, options),
            UpdatePersonRequest request => await people.UpdatePersonAsync(request, options),
            CreatePostRequest request => await posts.CreatePostAsync(request, options),
            CreateAppointmentRequest request => await posts.CreateAppointmentAsync(request, options),
            EndAppointmentRequest request => await posts.EndAppointmentAsync(request, options),
            SharePostRequest request => await posts.SharePostAsync(request, options),
            CreateNominationRequest request => await nominations.CreateNominationAsync(request, options),
            UpdateNominationRequest request => await nominations.UpdateNominationAsync(request, options),
            _ => throw new NotSupportedException($"No burst sends {command.Descriptor.Name}."),
        };
    }
}
