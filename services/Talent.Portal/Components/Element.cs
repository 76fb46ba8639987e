using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Talent.Portal.Components;

/// <summary>One HTML element with its attributes and content. Text and attribute values are always encoded.</summary>
/// <param name="name">The element's name, for example <c>div</c>.</param>
public sealed class Element(string name) : IHtmlContent
{
    private static readonly HashSet<string> WithoutContent = new(StringComparer.Ordinal) { "br", "hr", "input", "link", "meta" };

    private readonly List<(string Name, string? Value)> _attributes = [];
    private readonly List<IHtmlContent> _content = [];

    /// <summary>An element with classes; empty parts are left out.</summary>
    public static Element Of(string name, params string?[] classes)
    {
        var element = new Element(name);
        var set = classes.Where(each => !string.IsNullOrEmpty(each)).ToArray();
        return set.Length == 0 ? element : element.With("class", string.Join(' ', set));
    }

    /// <summary>Sets an attribute; null leaves it out.</summary>
    public Element With(string attribute, string? value)
    {
        if (value is not null)
            _attributes.Add((attribute, value));
        return this;
    }

    /// <summary>Sets an attribute without a value when it applies.</summary>
    public Element When(bool applies, string attribute)
    {
        if (applies)
            _attributes.Add((attribute, null));
        return this;
    }

    /// <summary>Adds text; null adds nothing.</summary>
    public Element Text(string? text)
    {
        if (!string.IsNullOrEmpty(text))
            _content.Add(new Text(text));
        return this;
    }

    /// <summary>Adds content; null adds nothing.</summary>
    public Element Add(params IHtmlContent?[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        _content.AddRange(content.OfType<IHtmlContent>());
        return this;
    }

    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        writer.Write('<');
        writer.Write(name);
        foreach (var (attribute, value) in _attributes)
        {
            writer.Write(' ');
            writer.Write(attribute);
            if (value is null)
                continue;
            writer.Write("=\"");
            encoder.Encode(writer, value);
            writer.Write('"');
        }
        writer.Write('>');
        if (WithoutContent.Contains(name))
            return;
        foreach (var each in _content)
            each.WriteTo(writer, encoder);
        writer.Write("</");
        writer.Write(name);
        writer.Write('>');
    }
}
