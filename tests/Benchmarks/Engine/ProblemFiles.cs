using System.Globalization;
using System.Runtime.InteropServices;

namespace Talent.Benchmarks.Engine;

/// <summary>Problems as the peers read them: arrays of doubles and of 32-bit integers, as they lie in memory.</summary>
static class ProblemFiles
{
    /// <summary>Writes a full matrix, row after row.</summary>
    public static void WriteCosts(string folder, ReadOnlySpan<double> costs) =>
        File.WriteAllBytes(Path.Combine(folder, "costs"), MemoryMarshal.AsBytes(costs));

    /// <summary>Writes possible pairs in compressed rows; they come row after row, columns ascending.</summary>
    public static void WritePairs(string folder, int rows, int columns, IReadOnlyList<(int Row, int Column, double Cost)> pairs)
    {
        var starts = new int[rows + 1];
        foreach (var pair in pairs) starts[pair.Row + 1]++;
        for (var row = 0; row < rows; row++) starts[row + 1] += starts[row];
        WriteCosts(folder, pairs.Select(pair => pair.Cost).ToArray());
        WriteIntegers(folder, "columns", [.. pairs.Select(pair => pair.Column)]);
        WriteIntegers(folder, "starts", starts);
        File.WriteAllText(Path.Combine(folder, "shape"), string.Create(CultureInfo.InvariantCulture, $"{rows} {columns}"));
    }

    /// <summary>Writes an array of integers.</summary>
    public static void WriteIntegers(string folder, string name, ReadOnlySpan<int> numbers) =>
        File.WriteAllBytes(Path.Combine(folder, name), MemoryMarshal.AsBytes(numbers));
}
