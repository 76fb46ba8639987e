using Aspire.Hosting.Running;

namespace Aspire.Hosting.Tests;

public sealed class ConsoleLogTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };

    public void Dispose() => _output.Dispose();

    [Fact]
    public void Write_SeveralResources_AlignsTheirNames()
    {
        var log = new ConsoleLog(_output, ["web", "postgres"], coloured: false);
        log.Write("web", "hello");
        log.Write("postgres", "ready");
        log.WriteFailure("web", "gone");
        Assert.Equal("web      | hello\npostgres | ready\nweb      | gone\n", _output.ToString());
    }

    [Fact]
    public void Write_Coloured_GivesEveryResourceItsOwnColour()
    {
        var log = new ConsoleLog(_output, ["a", "b"], coloured: true);
        log.Write("a", "x");
        log.Write("b", "y");
        Assert.Equal("\e[36ma |\e[0m x\n\e[33mb |\e[0m y\n", _output.ToString());
    }

    [Fact]
    public void WriteFailure_BracesInTheText_AreWrittenAsTheyAre()
    {
        new ConsoleLog(_output, ["a"], coloured: true).WriteFailure("a", "{0} {broken");
        Assert.Equal("\e[36ma |\e[0m \e[31m{0} {broken\e[0m\n", _output.ToString());
    }
}
