using Talent.Demonstration.Generation;
using Talent.Messaging;

namespace Talent.Demonstration;

/// <summary>
/// Invents demonstration data: trusts and groups that do not exist over the real regions, with posts, people and benches. A pure
/// function of its settings: it reads no clock and equal settings give equal bytes.
/// </summary>
public static class DemonstrationGenerator
{
    /// <summary>Invents the data of these settings.</summary>
    /// <param name="settings">Size, seed and day.</param>
    public static DemonstrationData Generate(DemonstrationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var random = new RandomSource(settings.Seed);
        // Identifiers carry a time: that of the demonstration's own epoch, so that they do not depend on the day of the data.
        var identifiers = new SeededIdentifierSource(settings.Seed, new DemonstrationEpoch());
        var people = new PersonGenerator(identifiers, random.Fork("people"));

        var groups = FormGroups(settings, identifiers, random);
        AddPosts(settings, groups, identifiers, random);
        var fillings = new VacancyPlanner(random.Fork("vacancies")).Plan(groups);
        var appointments = new AppointmentGenerator(settings.AsOf, identifiers, people, random.Fork("appointments"));
        foreach (var group in groups)
            appointments.AddAppointments(group, fillings);
        people.FillWithPool(groups, settings.Size.People);
        new BenchGenerator(settings, identifiers, people, random.Fork("benches")).AddNominations(groups);
        var sharing = new SharingGenerator(settings.AsOf, identifiers, random.Fork("sharing"));
        foreach (var group in groups)
            sharing.AddStatementsAndChoices(group);
        var credentials = new CredentialGenerator(settings.AsOf, random.Fork("credentials"));
        foreach (var group in groups)
            credentials.AddCredentials(group);
        return new DemonstrationData(
            settings.AsOf, [.. groups.SelectMany(group => group.Organisations)], [.. groups.Select(group => group.ToData())]);
    }

    private static List<GroupPlan> FormGroups(DemonstrationSettings settings, IdentifierSource identifiers, RandomSource random)
    {
        var planner = new ArrangementPlanner(settings.Size, random.Fork("arrangements"));
        var trusts = planner.TrustsOfGroups();
        var arrangements = planner.Arrange(trusts);
        var generator = new GroupGenerator(settings, identifiers, random.Fork("groups"));
        return [.. trusts.Select((count, number) => generator.Next(number, count, arrangements[number]))];
    }

    private static void AddPosts(DemonstrationSettings settings, List<GroupPlan> groups, IdentifierSource identifiers, RandomSource random)
    {
        var posts = new PostGenerator(settings, identifiers, random.Fork("posts"));
        foreach (var group in groups)
            posts.AddPosts(group);
        posts.FillWithDivisions(groups);
        var deputies = new DeputyGenerator(random.Fork("deputies"));
        foreach (var group in groups)
        {
            deputies.AddDeputies(group);
            group.PutDeputiesFirst();
        }
    }
}
