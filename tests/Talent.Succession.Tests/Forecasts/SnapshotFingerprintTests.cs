using Talent.Succession.Engine.Inputs;
using Talent.Succession.Forecasts;

namespace Talent.Succession.Tests.Forecasts;

public sealed class SnapshotFingerprintTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    [Fact]
    public void Of_TheSameInAnotherOrder_IsTheSame() => Assert.Equal(
        SnapshotFingerprint.Of(new GroupSnapshot(Today, [Post("a"), Post("b")], [], [])),
        SnapshotFingerprint.Of(new GroupSnapshot(Today, [Post("b"), Post("a")], [], [])));

    [Fact]
    public void Of_ADifferenceAnywhere_Differs()
    {
        GroupSnapshot[] groups =
        [
            Group(), Group(asOf: Today.AddDays(1)), Group(criticality: Criticality.Proposed(4)),
            Group(criticality: Criticality.Agreed(3, Today)), Group(start: Today.AddDays(-401)), Group(plannedEnd: Today.AddDays(9)),
            Group(kind: AppointmentKind.Acting), Group(accepted: Answer.Yes), Group(readiness: Readiness.By(Today.AddDays(1))),
            Group(readiness: Readiness.Between(Today, null)), Group(rank: 2), Group(isExternal: true), Group(left: ["T1"]),
            Group(firstAppointed: Today.AddYears(-3)),
        ];
        Assert.Equal(groups.Length, groups.Select(SnapshotFingerprint.Of).Distinct().Count());
    }

    private static Post Post(string id, Criticality? criticality = null, Answer accepted = Answer.No) => new(
        new PostId(id), new FamilyKey("chair"), PostLevel.Trust, [new OrganisationServed(new OrganisationId("T1"))], criticality,
        deputies: [new DeputyArrangement(new PostId("deputy"), accepted)]);

    private static GroupSnapshot Group(
        DateOnly? asOf = null, Criticality? criticality = null, DateOnly? start = null, DateOnly? plannedEnd = null,
        AppointmentKind kind = AppointmentKind.Substantive, Answer accepted = Answer.No, Readiness? readiness = null, int rank = 1,
        bool isExternal = false, string[]? left = null, DateOnly? firstAppointed = null) => new(
        asOf ?? Today, [Post("a", criticality ?? Criticality.Proposed(3), accepted)],
        [
            new Appointment(
                new PostId("a"), new PersonId("holder"), kind, start ?? Today.AddDays(-400), plannedEnd,
                [new BoardClock(new OrganisationId("T1"), firstAppointed ?? Today.AddYears(-2))],
                (left ?? []).Select(code => new OrganisationId(code))),
        ],
        [new Nomination(new PostId("a"), new PersonId("named"), readiness ?? Readiness.By(Today), rank, isExternal: isExternal)]);
}
