using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Talent.Portal.Components;

/// <summary>Plain text, encoded when it is written.</summary>
/// <param name="value">The text as a person reads it.</param>
public sealed class Text(string value) : IHtmlContent
{
    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        encoder.Encode(writer, value);
    }
}
