namespace Aspire.Hosting.Running;

/// <summary>Asks over HTTP whether a process is healthy.</summary>
internal sealed class HttpProbe : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private readonly HttpClient _client = new() { Timeout = Limit };

    /// <summary>Whether a GET is answered with exactly that status.</summary>
    public async Task<bool> AnswersAsync(Uri address, int statusCode, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (int)answer.StatusCode == statusCode;
        }
        catch (Exception unanswered)
            when (unanswered is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => _client.Dispose();
}
