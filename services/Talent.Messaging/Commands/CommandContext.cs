using Google.Protobuf;

namespace Talent.Messaging.Commands;

/// <summary>Who asks for what: with the principal, the method and the request id a command is carried out once.</summary>
/// <param name="Principal">The account or service that asks; it becomes the actor of the events.</param>
/// <param name="Method">The full name of the RPC, for example <c>talent.roles.v1.PostService/CreatePost</c>.</param>
/// <param name="RequestId">The caller's id of the request; the same id asks for the same thing.</param>
/// <param name="Body">The request as it came; its bytes tell a repetition from another request under the same id.</param>
/// <param name="CorrelationId">Shared by everything one request of a person causes.</param>
/// <param name="TraceParent">W3C traceparent for the events; empty: that of <see cref="System.Diagnostics.Activity.Current"/>.</param>
public sealed record CommandContext(
    string Principal, string Method, string RequestId, IMessage Body, string CorrelationId, string TraceParent = "");
