using Talent.Roles.V1;
using Talent.Types.V1;

namespace Talent.Portal.Doubles;

/// <summary>The invented posts with their appointments.</summary>
public static class InventedPosts
{
    public static IReadOnlyList<Post> All { get; } = [.. Invented.Titles.Select(Make), Own()];

    private static Post Make(string title, int index) => new()
    {
        Id = Invented.PostId(index + 1),
        Title = title,
        Family = index == 0 ? "chief-executive" : index == 1 ? "chair" : "chief-nursing-officer",
        Level = index < 6 ? Level.Group : Level.Site,
        GroupId = Invented.GroupId,
        Served = { Served(index) },
        DaysPerWeek = index == 3 ? 0 : 5,
        Criticality = index == 4 ? 0 : 4,
        Deputies = { Deputies(index) },
        Period = new Period { Start = Invented.Day(2020, 4, 1) },
        Appointments = { Appointments(index) },
        VacantSince = index == 2 ? Invented.Day(2026, 9, 1) : null,
        VacantInOrganisationCodes = { VacantIn(index) },
        Etag = $"{index + 3}",
    };

    private static Post Own() => new()
    {
        Id = Invented.OwnPost,
        Title = "Chief people officer",
        Family = "chief-people-officer",
        Level = Level.Group,
        GroupId = Invented.GroupId,
        Served = { Served(0) },
        Period = new Period(),
        Etag = "1",
        Appointments = { Appointment("appointment-own", Invented.OwnPost, Invented.DirectorPersonId, AppointmentKind.Substantive) },
    };

    private static IEnumerable<ServedOrganisation> Served(int index) => index < 4
        ? Invented.Organisations.Select(each => new ServedOrganisation
        {
            OrganisationCode = each.Code,
            Share = index == 3 && each.Code == "XN3" ? 0 : 1.0 / 3,
            Voting = true,
        })
        : [new ServedOrganisation { OrganisationCode = Invented.Organisations[index % 3].Code, Share = index == 5 ? 0 : 1 }];

    private static IEnumerable<Deputy> Deputies(int index) => index == 0
        ?
        [
            new Deputy
            {
                PostId = Invented.PostId(12), Accepted = true, AcceptedByPersonId = "person-04", AcceptedOn = Invented.Day(2026, 5, 1),
            },
            new Deputy { PostId = Invented.PostId(6) },
            new Deputy
            {
                PostId = Invented.PostId(11), Accepted = true, AcceptedByPersonId = "person-01", AcceptedOn = Invented.Day(2024, 5, 1),
            },
        ]
        : [];

    // The third post is vacant; the medical officer has left one of three boards.
    private static IEnumerable<string> VacantIn(int index) => index switch
    {
        2 => Served(index).Select(served => served.OrganisationCode),
        3 => ["XN2"],
        _ => [],
    };

    private static IEnumerable<Appointment> Appointments(int index)
    {
        if (index == 3)
        {
            var held = Appointment("appointment-04", Invented.PostId(4), "person-04", AppointmentKind.Substantive);
            held.Terms[0].ApprovedOn = Invented.Day(2023, 2, 14);
            held.Terms.Add(new AppointmentTerm
            {
                OrganisationCode = "XN2",
                EndedOn = Invented.Day(2026, 6, 1),
                EndReason = EndReason.TermEnded,
            });
            return [held];
        }
        if (index == 4)
        {
            var leaving = Appointment("appointment-05", Invented.PostId(5), "person-01", AppointmentKind.Substantive);
            (leaving.End, leaving.EndReason) = (Invented.Day(2199, 4, 1), EndReason.Retired);
            return [leaving];
        }
        if (index == 2)
        {
            var ended = Appointment("appointment-03", Invented.PostId(3), "person-03", AppointmentKind.Substantive);
            (ended.End, ended.EndReason) = (Invented.Day(2026, 9, 1), EndReason.Retired);
            return [ended, Appointment("appointment-03b", Invented.PostId(3), "person-02", AppointmentKind.Interim)];
        }
        return [Appointment($"appointment-{index + 1:00}", Invented.PostId(index + 1), $"person-0{(index % 4) + 1}", AppointmentKind.Substantive)];
    }

    private static Appointment Appointment(string id, string post, string person, AppointmentKind kind) => new()
    {
        Id = id,
        PostId = post,
        PersonId = person,
        Kind = kind,
        Start = Invented.Day(2023, 4, 1),
        Terms =
        {
            new AppointmentTerm
            {
                OrganisationCode = "XN1", Basis = EngagementBasis.Employed, Lead = true, AppointingBody = "board-committee",
                FirstAppointedOn = Invented.Day(2021, 4, 1),
            },
        },
    };
}
