using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Grpc.Core.Status;

namespace Talent.ServiceDefaults;

/// <summary>
/// Makes errors: a gRPC status with google.rpc.Status details, one sentence that a person can act on and one machine-readable reason in the
/// domain <c>talent</c>. The sentence is shown to people: it holds no names and no internals.
/// </summary>
public static partial class Errors
{
    /// <summary>The domain of every reason.</summary>
    public const string Domain = "talent";

    internal const string DetailsTrailer = "grpc-status-details-bin";
    internal const string CorrelationKey = "correlation_id";

    /// <summary>INVALID_ARGUMENT: a field is wrong.</summary>
    /// <param name="field">Path of the field as in the contract.</param>
    /// <param name="sentence">What is wrong, and what to do.</param>
    public static RpcException Invalid(string field, string sentence) => Invalid([new FieldProblem(field, sentence)]);

    /// <summary>INVALID_ARGUMENT: fields are wrong; the first sentence is the message.</summary>
    /// <param name="problems">At least one.</param>
    public static RpcException Invalid(IReadOnlyList<FieldProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (problems.Count == 0)
            throw new ArgumentException("Name at least one field.", nameof(problems));
        var request = new BadRequest();
        request.FieldViolations.AddRange(problems.Select(problem =>
            new BadRequest.Types.FieldViolation { Field = problem.Field, Description = problem.Sentence }));
        return Make(StatusCode.InvalidArgument, Reason.InvalidField, problems[0].Sentence, request);
    }

    /// <summary>NOT_FOUND: it does not exist, or the caller may not know that it does.</summary>
    public static RpcException NotFound(string sentence, string reason = Reason.NotFound) =>
        Make(StatusCode.NotFound, reason, sentence);

    /// <summary>FAILED_PRECONDITION: the state of affairs stands in the way; repeating the call helps only once that is mended.</summary>
    /// <param name="reason">Machine-readable, UPPER_SNAKE_CASE.</param>
    /// <param name="sentence">What is in the way, and what to do.</param>
    /// <param name="subject">Id of what is in the way; empty when it is what the call was about.</param>
    public static RpcException Precondition(string reason, string sentence, string subject = "")
    {
        var failure = new PreconditionFailure();
        failure.Violations.Add(new PreconditionFailure.Types.Violation { Type = reason, Subject = subject, Description = sentence });
        return Make(StatusCode.FailedPrecondition, reason, sentence, failure);
    }

    /// <summary>ALREADY_EXISTS: it is there already, or the request id was used for another request.</summary>
    public static RpcException AlreadyExists(string reason, string sentence) => Make(StatusCode.AlreadyExists, reason, sentence);

    /// <summary>ABORTED: somebody else changed it meanwhile; read again and repeat.</summary>
    /// <param name="sentence">What happened, and what to do.</param>
    /// <param name="reason">Machine-readable, UPPER_SNAKE_CASE.</param>
    /// <param name="cause">What was caught, for our own log; it is not sent.</param>
    public static RpcException Aborted(string sentence, string reason = Reason.Conflict, Exception? cause = null) =>
        Make(StatusCode.Aborted, reason, sentence, cause: cause);

    /// <summary>PERMISSION_DENIED: the caller may not do this.</summary>
    public static RpcException PermissionDenied(string sentence, string reason = Reason.OutOfScope) =>
        Make(StatusCode.PermissionDenied, reason, sentence);

    /// <summary>UNAUTHENTICATED: it is not known who calls.</summary>
    public static RpcException Unauthenticated(string reason = Reason.TokenMissing, string sentence = "Sign in and try again.") =>
        Make(StatusCode.Unauthenticated, reason, sentence);

    /// <summary>UNAVAILABLE: something needed cannot be reached just now; the call may be repeated.</summary>
    public static RpcException Unavailable(string reason, string sentence) => Make(StatusCode.Unavailable, reason, sentence);

    /// <summary>RESOURCE_EXHAUSTED: too much at once.</summary>
    public static RpcException Exhausted(string reason, string sentence) => Make(StatusCode.ResourceExhausted, reason, sentence);

    /// <summary>INTERNAL: something failed that the caller cannot mend; the correlation id finds it in the logs.</summary>
    public static RpcException Internal(string correlationId)
    {
        ArgumentException.ThrowIfNullOrEmpty(correlationId);
        var sentence = $"Something went wrong on our side. Try again; if it stays, report the reference {correlationId}.";
        return Make(StatusCode.Internal, Reason.Internal, sentence, detail: null, correlationId);
    }

    private static RpcException Make(
        StatusCode code, string reason, string sentence, IMessage? detail = null, string correlationId = "", Exception? cause = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sentence);
        if (!ReasonForm().IsMatch(reason))
            throw new ArgumentException($"The reason '{reason}' is not UPPER_SNAKE_CASE.", nameof(reason));
        var info = new ErrorInfo { Domain = Domain }.WithReason(reason);
        if (correlationId.Length > 0)
            info.Metadata[CorrelationKey] = correlationId;
        var status = new Google.Rpc.Status { Code = (int)code, Message = sentence };
        status.Details.Add(Any.Pack(info));
        if (detail is not null)
            status.Details.Add(Any.Pack(detail));
        return new RpcException(new Status(code, sentence, cause), new Metadata { { DetailsTrailer, status.ToByteArray() } }, sentence);
    }

    [GeneratedRegex("^[A-Z][A-Z0-9_]*[A-Z0-9]$", RegexOptions.NonBacktracking)]
    private static partial Regex ReasonForm();
}
