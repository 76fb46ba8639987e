namespace Talent.Roles.Imports.Files;

/// <summary>How a kind of file is laid out.</summary>
/// <param name="HasHeader">Whether its first row names the columns; otherwise every row has exactly <paramref name="Columns"/>.</param>
/// <param name="Columns">The columns: those a header must name (others may stand beside them), or all of them, in order.</param>
public sealed record FileLayout(bool HasHeader, IReadOnlyList<string> Columns)
{
    /// <summary>The column with the code of the organisation that a row is about: the first of those that are read.</summary>
    public string CodeColumn => Columns[0];
}
