using Xunit.Sdk;
using Xunit.v3;

namespace Talent.Integration.Tests;

/// <summary>
/// The tests of a form share its data, so those that only look come first, and those that change something, marked with the trait
/// <see cref="Changes"/>, behind them.
/// </summary>
public sealed class ChangesLast : ITestCaseOrderer
{
    /// <summary>The trait of tests that change the data of the form.</summary>
    public const string Changes = "Changes";

    /// <inheritdoc />
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase =>
        [.. testCases.OrderBy(test => test.Traits.ContainsKey(Changes)).ThenBy(test => test.TestCaseDisplayName, StringComparer.Ordinal)];
}
