using System.Text.Encodings.Web;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Talent.Portal.Components;
using Talent.Succession.V1;

namespace Talent.Portal.Tests.Components;

public sealed class ExplanationTests
{
    [Fact]
    public void Render_ANumberWithParts_OpensIntoEveryOneOfThem()
    {
        var number = new ExplainedNumber
        {
            Key = "risk",
            Name = "Days uncovered",
            Value = 41.25,
            Unit = "days",
            Formula = "the sum of its parts",
            Parts = { new ExplainedNumber { Key = "part", Name = "Turnover", Value = 0.231, Unit = "probability", Formula = "a national rate" } },
        };

        var page = Render(number);

        Assert.Equal(2, page.QuerySelectorAll("details").Length);
        Assert.Contains("41.3 days", page.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Turnover: 23.1%", page.QuerySelector("details details summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_AnUnknownNumberWithBounds_SaysWhatIsKnown()
    {
        var page = Render(new ExplainedNumber { Key = "risk", Name = "Days", Lower = 5, Upper = 90, Unit = "days", Formula = "a sum" });

        Assert.Contains("not known", page.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("What is known: between 5 and 90 days", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_AnUnknownInput_ShowsItAsNotKnownWithItsSource()
    {
        var page = Render(new ExplainedNumber
        {
            Key = "risk",
            Name = "Days",
            Value = 1,
            Formula = "a sum",
            Inputs = { new ExplainedInput { Name = "Ready from", Source = "nomination", Unknown = true } },
        });

        Assert.Contains("Ready from: not known (nomination)", page.QuerySelector(".app-explained__inputs")!.TextContent, StringComparison.Ordinal);
    }

    private static IHtmlDocument Render(ExplainedNumber number)
    {
        using var writer = new StringWriter();
        new Explanation(number).WriteTo(writer, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString());
    }
}
