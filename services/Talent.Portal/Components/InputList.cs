using Microsoft.AspNetCore.Html;
using Talent.Portal.Words;
using Talent.Succession.V1;

namespace Talent.Portal.Components;

/// <summary>Records and constants that figures come from, each with its value and where it comes from.</summary>
/// <param name="Inputs">At least one.</param>
public sealed record InputList(IReadOnlyList<ExplainedInput> Inputs) : Component
{
    /// <inheritdoc />
    protected override IHtmlContent Render() => Element.Of("ul", "app-explained__inputs").Add([.. Inputs.Select(Item)]);

    private static Element Item(ExplainedInput input)
    {
        var unknown = input.Unknown || input.Value.Length == 0;
        var origin = input.Date is null ? input.Source : $"{input.Source}, {Dates.Say(input.Date)}";
        return new Element("li").Text($"{input.Name}: ")
            .Add(unknown ? Element.Of("strong", "app-unknown").Text("not known") : Element.Of("strong").Text(input.Value))
            .Add(Element.Of("span", "app-explained__origin").Text($" ({origin})"));
    }
}
