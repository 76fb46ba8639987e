using Grpc.Core;

namespace Talent.ServiceDefaults.Tests;

public sealed class ErrorsTests
{
    [Fact]
    public void Invalid_OneField_NamesItWithItsSentence()
    {
        var details = Errors.Invalid("post.title", "Give the post a title.").GetDetails();

        Assert.Equal((StatusCode.InvalidArgument, Reason.InvalidField), (details.Code, details.Reason));
        Assert.Equal("Give the post a title.", details.Sentence);
        Assert.Equal([new FieldProblem("post.title", "Give the post a title.")], details.Fields);
    }

    [Fact]
    public void Invalid_SeveralFields_NamesThemAllInOrder()
    {
        FieldProblem[] problems = [new("title", "Give a title."), new("days", "Give the days.")];

        Assert.Equal(problems, Errors.Invalid(problems).GetDetails().Fields);
    }

    [Fact]
    public void Invalid_NoField_IsRefused() => Assert.Throws<ArgumentException>(() => Errors.Invalid([]));

    [Fact]
    public void Precondition_WithSubject_NamesReasonSubjectAndSentence()
    {
        var details = Errors.Precondition("POST_CLOSED", "The post is closed; reopen it first.", "post-1").GetDetails();

        Assert.Equal((StatusCode.FailedPrecondition, "POST_CLOSED"), (details.Code, details.Reason));
        Assert.Equal(
            [new PreconditionProblem("POST_CLOSED", "post-1", "The post is closed; reopen it first.")], details.Preconditions);
    }

    public static TheoryData<StatusCode, string, RpcException> Plain => new()
    {
        { StatusCode.NotFound, Reason.NotFound, Errors.NotFound("There is no such post.") },
        { StatusCode.AlreadyExists, Reason.RequestIdReused, Errors.AlreadyExists(Reason.RequestIdReused, "Send a new request id.") },
        { StatusCode.Aborted, Reason.Conflict, Errors.Aborted("Somebody else changed it; read it again.") },
        { StatusCode.PermissionDenied, Reason.OutOfScope, Errors.PermissionDenied("This group is not yours.") },
        { StatusCode.Unauthenticated, Reason.TokenMissing, Errors.Unauthenticated() },
        { StatusCode.Unavailable, "STORE_AWAY", Errors.Unavailable("STORE_AWAY", "Try again in a moment.") },
        { StatusCode.ResourceExhausted, "TOO_MANY", Errors.Exhausted("TOO_MANY", "Ask for fewer.") },
    };

    [Theory]
    [MemberData(nameof(Plain))]
    public void GetDetails_OfEachKind_GivesItsCodeAndReason(StatusCode code, string reason, RpcException exception)
    {
        var details = exception.GetDetails();

        Assert.Equal((code, reason, exception.Status.Detail), (details.Code, details.Reason, details.Sentence));
    }

    [Fact]
    public void Internal_CorrelationId_IsInTheDetailsAndTheSentence()
    {
        var details = Errors.Internal("4bf92f35").GetDetails();

        Assert.Equal("4bf92f35", details.CorrelationId);
        Assert.Contains("4bf92f35", details.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("postClosed")]
    [InlineData("POST CLOSED")]
    [InlineData("POST_CLOSED_")]
    public void Precondition_ReasonNotUpperSnakeCase_IsRefused(string reason) =>
        Assert.Throws<ArgumentException>(() => Errors.Precondition(reason, "The post is closed."));

    [Fact]
    public void GetDetails_ErrorOfAPeerWithoutDetails_GivesItsMessageAndNoReason()
    {
        var details = new RpcException(new Status(StatusCode.Unavailable, "connection refused")).GetDetails();

        Assert.Equal((StatusCode.Unavailable, "connection refused", ""), (details.Code, details.Sentence, details.Reason));
    }

    [Fact]
    public void GetDetails_DetailsThatCannotBeRead_GivesTheMessageOfTheStatus()
    {
        var trailers = new Metadata { { "grpc-status-details-bin", [0xff, 0xff, 0xff] } };

        var details = new RpcException(new Status(StatusCode.Aborted, "try again"), trailers).GetDetails();

        Assert.Equal((StatusCode.Aborted, "try again", ""), (details.Code, details.Sentence, details.Reason));
    }
}
