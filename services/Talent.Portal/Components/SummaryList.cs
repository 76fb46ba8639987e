using Microsoft.AspNetCore.Html;

namespace Talent.Portal.Components;

/// <summary>One fact of a summary list.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Value">Its value.</param>
public sealed record SummaryRow(string Key, IHtmlContent Value)
{
    /// <summary>A plain value.</summary>
    public SummaryRow(string key, string value) : this(key, new Text(value))
    {
    }

    /// <summary>A link that changes it; null when it cannot be changed here.</summary>
    public Link? Change { get; init; }
}

/// <summary>Facts, each with its name.</summary>
/// <param name="Rows">The facts.</param>
public sealed record SummaryList(IReadOnlyList<SummaryRow> Rows) : Component
{
    /// <inheritdoc />
    protected override IHtmlContent Render()
    {
        var changes = Rows.Any(row => row.Change is not null);
        return Element.Of("dl", "nhsuk-summary-list").Add([.. Rows.Select(row => Row(row, changes))]);
    }

    private static Element Row(SummaryRow row, bool changes) =>
        Element.Of("div", "nhsuk-summary-list__row", changes && row.Change is null ? "nhsuk-summary-list__row--no-actions" : null)
            .Add(Element.Of("dt", "nhsuk-summary-list__key").Text(row.Key))
            .Add(Element.Of("dd", "nhsuk-summary-list__value").Add(row.Value))
            .Add(row.Change is null ? null : Element.Of("dd", "nhsuk-summary-list__actions").Add(row.Change));
}
