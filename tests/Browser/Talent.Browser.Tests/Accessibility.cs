using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Talent.Browser.Tests;

/// <summary>Judges a page by the rules of axe.</summary>
internal static class Accessibility
{
    // One page at a time: gathering results from frames costs a second page for every judgement, and no page of the portal has frames.
    private const string Judge =
        """
        async () => {
            const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            const result = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
            if (result.passes.length === 0) throw new Error('axe judged nothing');
            return result.violations.map(each => `${each.id}: ${each.help}: ${each.nodes[0].html}`);
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>The rules that the page breaks, each with the first place where it does.</summary>
    public static async Task<string[]> ViolationsAsync(IPage page)
    {
        Assert.Single(page.Frames);
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Judge);
    }
}
