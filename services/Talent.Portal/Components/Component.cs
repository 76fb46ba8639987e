using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Talent.Portal.Components;

/// <summary>A component of nhsuk-frontend: its markup is the library's, held against its fixtures by a test.</summary>
public abstract record Component : IHtmlContent
{
    /// <summary>The markup.</summary>
    protected abstract IHtmlContent Render();

    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => Render().WriteTo(writer, encoder);
}
