using System.Text.RegularExpressions;

namespace Talent.Contracts.Tests;

/// <summary>Every field says what it means that nothing is in it, so that unknown is never read as safe.</summary>
public sealed partial class FieldCommentTests
{
    private static readonly string[] Phrases =
        ["Always set", "Always at least one", "Required", "Empty:", "Empty in", "Unset:", "Zero:", "Unspecified:", "False:"];

    public static TheoryData<string> Contracts() => [.. Repository.ContractFiles().Select(file => Path.GetRelativePath(Repository.Contracts, file))];

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Field_EveryOne_SaysWhatAbsenceMeans(string contract) => Assert.Empty(FieldsWithoutMeaning(contract));

    private static IEnumerable<string> FieldsWithoutMeaning(string contract)
    {
        var comment = "";
        var kind = new Stack<string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Contracts, contract)).Select(line => line.Trim()))
        {
            if (line.StartsWith("//", StringComparison.Ordinal))
            {
                comment += line[2..] + " ";
                continue;
            }

            if (kind.TryPeek(out var inside) && inside is "message" or "oneof" && Field().Match(line) is { Success: true } field
                && !Array.Exists(Phrases, phrase => comment.Contains(phrase, StringComparison.Ordinal)))
            {
                yield return $"{contract}: {field.Groups["name"].Value}";
            }

            if (line.EndsWith('{')) kind.Push(line.Split(' ')[0]);
            if (line.StartsWith('}')) kind.Pop();
            comment = "";
        }
    }

    [GeneratedRegex(@"^(?:repeated |optional )?(?:map<.*> |[\w.]+ )(?<name>\w+) = \d+;$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();
}
