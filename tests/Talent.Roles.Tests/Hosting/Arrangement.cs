using System.Security.Cryptography;
using Grpc.Core;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Types.V1;

namespace Talent.Roles.Tests.Hosting;

/// <summary>An invented group of two trusts with a post that serves both, for one test.</summary>
internal sealed class Arrangement
{
    private Arrangement(RolesHost host) => Host = host;

    public RolesHost Host { get; }

    public string GroupId { get; private set; } = "";

    public string First { get; private set; } = "";

    public string Second { get; private set; } = "";

    public string Region { get; private set; } = "";

    public string Board { get; private set; } = "";

    public static DateOnly Opened { get; } = new(2015, 4, 1);

    public static string NewId() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString();

    public static async Task<Arrangement> MakeAsync(RolesHost host)
    {
        var made = new Arrangement(host)
        {
            First = host.NextCode(),
            Second = host.NextCode(),
            Region = host.NextCode(),
            Board = host.NextCode(),
        };
        var administrator = await host.AdministratorAsync();
        await host.Organisations.BatchCreateOrganisationsAsync(
            new() { RequestId = NewId(), Organisations = { made.Trust(made.First), made.Trust(made.Second) } }, administrator);
        var group = await host.Organisations.CreateGroupAsync(
            new() { RequestId = NewId(), Group = made.Group() }, administrator);
        made.GroupId = group.Group.Id;
        return made;
    }

    public Organisation Trust(string code) => new()
    {
        Code = code,
        Kind = OrganisationKind.FoundationTrust,
        Names = { Dated($"{code} Invented NHS Foundation Trust") },
        Regions = { Dated(Region) },
        IntegratedCareBoards = { Dated(Board) },
        Period = new() { Start = Opened.ToDate() },
        Sectors = { Sector.Acute, Sector.Community },
        Postcode = "ZZ1 1ZZ",
    };

    public Group Group(string title = "Invented Group") => new() { Title = title, Members = { Dated(First), Dated(Second) } };

    public Post Post(string title = "Chief executive") => new()
    {
        Title = title,
        Family = "chief-executive",
        Level = Level.Group,
        GroupId = GroupId,
        Served = { Serves(First, 0.5), Serves(Second, 0.5) },
        DaysPerWeek = 5,
        Criticality = 5,
        Period = new() { Start = new DateOnly(2020, 1, 1).ToDate() },
    };

    public static ServedOrganisation Serves(string code, double share) => new() { OrganisationCode = code, Share = share, Voting = true };

    public static DatedText Dated(string value, DateOnly? start = null) =>
        new() { Value = value, Period = new() { Start = (start ?? Opened).ToDate() } };

    public static Appointment Appointment(string postId, DateOnly start, string? personId = null) => new()
    {
        PostId = postId,
        PersonId = personId ?? NewId(),
        Kind = AppointmentKind.Substantive,
        Start = start.ToDate(),
    };

    public async Task<Post> CreatePostAsync(Post? post = null) =>
        (await Host.Posts.CreatePostAsync(new() { RequestId = NewId(), Post = post ?? Post() }, await Host.DirectorAsync())).Post;

    public async Task<CreateAppointmentResponse> AppointAsync(string postId, DateOnly start, string? personId = null) =>
        await Host.Posts.CreateAppointmentAsync(
            new() { RequestId = NewId(), Appointment = Appointment(postId, start, personId) }, await Host.DirectorAsync());

    public static async Task<ErrorDetails> RefusedAsync<T>(AsyncUnaryCall<T> call) =>
        (await Assert.ThrowsAsync<RpcException>(async () => await call)).GetDetails();
}
