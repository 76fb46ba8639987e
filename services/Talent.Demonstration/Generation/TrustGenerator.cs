using Talent.Roles.V1;

namespace Talent.Demonstration.Generation;

/// <summary>Invents trusts with their sites. Their codes begin with X9, as no code of the real register does.</summary>
internal sealed class TrustGenerator(DemonstrationSettings settings, RandomSource random)
{
    private const string CodePrefix = "X9";

    private readonly Queue<string> places = new(PlaceNames.Shuffled(random.Fork("places")));
    private int trusts;
    private int boards;

    /// <summary>An integrated care board that the trusts of one group lie in.</summary>
    public Organisation NextIntegratedCareBoard(string place, string region)
    {
        var opened = DayOfTheData.OpeningOfBoards(settings.AsOf);
        return new Organisation
        {
            Code = $"{CodePrefix}I{++boards:00}",
            Kind = OrganisationKind.IntegratedCareBoard,
            Names = { Named($"NHS {place} and District Integrated Care Board", opened) },
            Regions = { Named(region, opened) },
            Period = Days.From(opened),
        };
    }

    public string NextPlace() => places.Dequeue();

    public TrustPlan NextTrust(string place, string region, string integratedCareBoard)
    {
        var code = $"{CodePrefix}{++trusts:000}";
        var sector = random.PickWeighted(
            (Sector.Acute, 60), (Sector.MentalHealth, 20), (Sector.Community, 8), (Sector.Integrated, 8), (Sector.Specialist, 4));
        var foundation = random.Chance(0.65);
        var founded = Founded(random.Between(8, 22));
        var kind = foundation ? OrganisationKind.FoundationTrust : OrganisationKind.Trust;
        var name = $"{place} {Descriptions[sector]} NHS {(foundation ? "Foundation Trust" : "Trust")}";
        var organisation = new Organisation
        {
            Code = code,
            Kind = kind,
            Names = { Named(name, founded) },
            Regions = { Named(region, founded) },
            IntegratedCareBoards = { Named(integratedCareBoard, DayOfTheData.OpeningOfBoards(settings.AsOf)) },
            Period = Days.From(founded),
            Sectors = { sector },
        };
        return new TrustPlan(place, organisation, Sites(code, place, sector, founded));
    }

    private static Dictionary<Sector, string> Descriptions { get; } = new()
    {
        [Sector.Acute] = "Hospitals",
        [Sector.MentalHealth] = "Mental Health",
        [Sector.Community] = "Community Health",
        [Sector.Integrated] = "Health and Care",
        [Sector.Specialist] = "Orthopaedic and Heart Hospital",
    };

    private List<SitePlan> Sites(string trust, string place, Sector sector, DateOnly founded)
    {
        var count = random.Between(1, settings.Size.MostSites);
        var word = sector is Sector.MentalHealth or Sector.Community ? "Community Hospital" : "General Hospital";
        string[] names = [$"{place} {word}", $"North {place} Hospital", $"{place} Infirmary"];
        return
        [
            .. names.Take(count).Select((name, number) => new SitePlan(name, new Organisation
            {
                Code = $"{trust}{number + 1:00}",
                Kind = OrganisationKind.Site,
                Names = { Named(name, founded) },
                Period = Days.From(founded),
                ParentCode = trust,
            })),
        ];
    }

    private DateOnly Founded(int years) => new(settings.AsOf.Year - years, 4, 1);

    private static DatedText Named(string value, DateOnly from) => new() { Value = value, Period = Days.From(from) };
}
