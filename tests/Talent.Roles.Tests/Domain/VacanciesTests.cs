using FsCheck.Fluent;
using Talent.Roles.Domain;
using static Talent.Roles.Tests.Domain.Sample;

namespace Talent.Roles.Tests.Domain;

public class VacanciesTests
{
    [Fact]
    public void Of_AGapBetweenHolders_IsAVacancy()
    {
        var vacancies = Vacancies.Of(
            new(Start, null), [Appointed("a", Start, Start.AddYears(1)), Appointed("b", Start.AddYears(2))]);

        Assert.Equal([new Period(Start.AddYears(1), Start.AddYears(2))], vacancies);
    }

    [Fact]
    public void Of_APostThatEndsWithItsHolder_HasNone() =>
        Assert.Empty(Vacancies.Of(new(Start, Today), [Appointed("a", Start, Today)]));

    [Fact]
    public void Between_AGapFilledInThePast_StillSaysTheLastVacancyIsOpen()
    {
        Period past = new(Start, Start.AddYears(1));
        Period open = new(Today, null);

        Assert.Equal([new VacancyClosed(Start), new VacancyOpened(Today)], Vacancies.Between([past, open], [open]));
    }

    [Fact]
    public void Between_AnyTwoStates_EndsOnWhatHolds()
    {
        var years = Gen.Choose(0, 12).Select(offset => Start.AddYears(offset));
        var state = years.ListOf().Select(Alternating);

        Properties.Hold(Prop.ForAll(state.ToArbitrary(), state.ToArbitrary(), (before, after) =>
        {
            var last = Vacancies.Between(before, after) is [.., var change] ? change : null;
            var open = after is [.., { End: null } vacancy] ? vacancy.Start : null;
            return last switch
            {
                VacancyOpened opened => open == opened.Since,
                VacancyClosed => open is null,
                _ => before.SequenceEqual(after) || open == (before is [.., { End: null } old] ? old.Start : null),
            };
        }));
    }

    private static IReadOnlyList<Period> Alternating(IList<DateOnly> days) =>
        [.. days.Distinct().Order().Chunk(2).Select(pair => new Period(pair[0], pair.Length > 1 ? pair[1] : null))];
}
