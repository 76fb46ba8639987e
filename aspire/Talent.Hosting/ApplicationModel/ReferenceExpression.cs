using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Text with values in it that are known only when the application runs: <c>$"Host={endpoint};Password={parameter}"</c>.</summary>
public class ReferenceExpression : IValueProvider, IManifestExpressionProvider
{
    private readonly IReadOnlyList<Part> _parts;

    private ReferenceExpression(IReadOnlyList<Part> parts) => _parts = parts;

    /// <inheritdoc />
    public string ValueExpression => string.Concat(_parts.Select(each => each.Literal ?? each.Expression));

    /// <summary>Makes an expression of an interpolated string.</summary>
    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => handler.GetExpression();

    /// <summary>The text with every value in its place; a value that is null leaves nothing.</summary>
    /// <param name="cancellationToken">Stops the wait for a value.</param>
#pragma warning disable MA0061 // The packages give this one no default either.
    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken)
#pragma warning restore MA0061
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
            text.Append(await part.ValueAsync(cancellationToken));
        return text.ToString();
    }

    /// <summary>Collects the parts of an interpolated string without evaluating them.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct ExpressionInterpolatedStringHandler
    {
        private readonly List<Part> _parts;

        /// <summary>Called by the compiler.</summary>
        /// <param name="literalLength">The number of literal characters.</param>
        /// <param name="formattedCount">The number of values.</param>
        public ExpressionInterpolatedStringHandler(int literalLength, int formattedCount) =>
            _parts = new List<Part>((formattedCount * 2) + Math.Min(literalLength, 1));

        /// <summary>Appends text.</summary>
        public readonly void AppendLiteral(string value) => _parts.Add(new Part(value, null, null));

        /// <summary>Appends text that is known already; null appends nothing.</summary>
        public readonly void AppendFormatted(string? value) => _parts.Add(new Part(value ?? "", null, null));

        /// <summary>Appends a value that is known when the application runs.</summary>
        public readonly void AppendFormatted<T>(T valueProvider) where T : IValueProvider, IManifestExpressionProvider =>
            _parts.Add(new Part(null, valueProvider, null));

        /// <summary>Appends the value of a resource, such as a parameter or a connection string.</summary>
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider)
            where T : IResource, IValueProvider, IManifestExpressionProvider =>
            _parts.Add(new Part(null, valueProvider.Resource, null));

        internal readonly void AppendFormatted<T>(T valueProvider, string format)
            where T : IValueProvider, IManifestExpressionProvider =>
            _parts.Add(new Part(null, valueProvider, format));

        internal readonly ReferenceExpression GetExpression() => new([.. _parts]);
    }

    private sealed record Part(string? Literal, IValueProvider? Provider, string? Format)
    {
        public string Expression => ((IManifestExpressionProvider)Provider!).ValueExpression;

        public async ValueTask<string> ValueAsync(CancellationToken cancellationToken)
        {
            if (Literal is not null)
                return Literal;
            var value = await Provider!.GetValueAsync(cancellationToken) ?? "";
            return Format is "uri" ? Uri.EscapeDataString(value) : value;
        }
    }
}
