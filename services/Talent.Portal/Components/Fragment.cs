using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Talent.Portal.Components;

/// <summary>Pieces of content one after the other; nulls are left out.</summary>
/// <param name="content">The pieces.</param>
public sealed class Fragment(params IEnumerable<IHtmlContent?> content) : IHtmlContent
{
    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var each in content)
            each?.WriteTo(writer, encoder);
    }
}
