using Talent.Succession.Boards;

namespace Talent.Succession.Tests.Boards;

public sealed class BoardVersionsTests
{
    [Fact]
    public async Task WaitForNewer_VersionKnownAlready_AnswersAtOnce()
    {
        var versions = new BoardVersions();
        versions.Note("g", 3);
        Assert.Equal(3, await versions.WaitForNewerAsync("g", 2, CancellationToken.None));
    }

    [Fact]
    public async Task WaitForNewer_VersionComesLater_Answers()
    {
        var versions = new BoardVersions();
        var waiting = versions.WaitForNewerAsync("g", 3, CancellationToken.None);
        Assert.True(versions.Note("g", 3));
        Assert.False(waiting.IsCompleted);
        versions.Note("h", 9);
        Assert.False(waiting.IsCompleted);
        Assert.True(versions.Note("g", 4));
        Assert.Equal(4, await waiting);
    }

    [Fact]
    public void Note_OlderVersion_IsNoNews()
    {
        var versions = new BoardVersions();
        versions.Note("g", 3);
        Assert.False(versions.Note("g", 2));
    }

    [Fact]
    public async Task WaitForNewer_Cancelled_Ends()
    {
        using var source = new CancellationTokenSource();
        var waiting = new BoardVersions().WaitForNewerAsync("g", 0, source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
