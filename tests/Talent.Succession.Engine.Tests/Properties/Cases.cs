using FsCheck;
using FsCheck.Fluent;

namespace Talent.Succession.Engine.Tests.Properties;

/// <summary>Checks a property on generated cases, the same ones in every run; a case that fails is made smaller before it is shown.
/// </summary>
internal static class Cases
{
    private const ulong Seed = 20261122;
    private const ulong Gamma = 4611686018427387905;

    /// <summary>Holds when the check throws nothing for any case.</summary>
    public static void Check<T>(Arbitrary<T> cases, Action<T> check, int count = 300) =>
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(Seed, Gamma),
            Prop.ForAll(cases, each =>
            {
                check(each);
                return true;
            }));
}
