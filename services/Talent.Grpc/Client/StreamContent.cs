using System.Net;

namespace Grpc.Net.Client;

/// <summary>The body of a call that streams: lends the stream to the writer until the writer is done.</summary>
sealed class StreamContent : HttpContent
{
    readonly TaskCompletionSource<Stream> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource completed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Stream> Opened => opened.Task;

    public bool IsComplete => completed.Task.IsCompleted;

    public void Complete()
    {
        completed.TrySetResult();
        opened.TrySetCanceled();
    }

    /// <summary>Breaks the stream off, so that the server never takes it for a complete one.</summary>
    public void Abort()
    {
        completed.TrySetCanceled();
        opened.TrySetCanceled();
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.FlushAsync(cancellationToken);
        opened.TrySetResult(stream);
        await completed.Task.WaitAsync(cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
