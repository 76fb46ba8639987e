using FsCheck;

namespace Talent.Roles.Tests;

/// <summary>Checks a property on many generated cases, the same ones in every run.</summary>
internal static class Properties
{
    private const ulong Seed = 20260731;
    private const ulong Gamma = 4611686018427387905;
    private const int Cases = 500;

    public static void Hold(Property property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(Seed, Gamma), property);
}
