using Grpc.Core;
using Talent.ServiceDefaults;
using Talent.Succession.V1;
using Talent.Types.V1;

namespace Talent.Succession.Tests.Api;

public sealed class SqliteRequirementTests() : RequirementCompliance("sqlite");

public sealed class PostgresRequirementTests() : RequirementCompliance("postgresql");

/// <summary>What becomes of nominations for a post with a hard requirement, the same on both databases.</summary>
public abstract class RequirementCompliance(string database) : IAsyncLifetime
{
    private ServiceHost Host { get; set; } = null!;

    private Metadata Director { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await ServiceHost.StartAsync(database);
        Director = await Host.DirectorAsync("director");
        var post = Sample.Post("m", "T1");
        post.Family = "chief-medical-officer";
        await Host.TellAsync(Sample.GroupFormed(), Sample.PostCreated(post), Sample.Recorded(Sample.Person("x")));
        await Host.Nominations.CreateNominationAsync(
            new CreateNominationRequest
            {
                RequestId = "name",
                Nomination = new Nomination
                {
                    PostId = "m",
                    PersonId = Sample.Person("x"),
                    Readiness = new Readiness { Earliest = ServiceHost.Today.ToDate(), Latest = ServiceHost.Today.ToDate() },
                },
                ReasonCode = "panel",
            },
            Director);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Host.DisposeAsync();
    }

    [Fact]
    public async Task GetBoard_NomineeOfWhomNothingIsRecorded_IsCoverOnPaperAlone()
    {
        var board = await Host.BoardAsync(Director, board => board.Coverage.CoveredOnPaper == 1);
        Assert.Equal((0, Cover.NotYetReady), (board.Coverage.CoveredIfItHappened, Assert.Single(board.Rows).Cover));
    }

    [Fact]
    public async Task GetBoard_NomineeWhoIsRegistered_IsCover()
    {
        await Host.TellAsync(Sample.Held(Sample.Person("x"), held: true));
        var board = await Host.BoardAsync(Director, board => board.Coverage.CoveredIfItHappened == 1);
        Assert.Equal(Cover.Confirmed, Assert.Single(board.Rows).Cover);
    }

    [Fact]
    public async Task GetBoard_NomineeWhoIsNotRegistered_IsCoverOnPaperAlone()
    {
        await Host.TellAsync(Sample.Held(Sample.Person("x"), held: false));
        var board = await Host.BoardAsync(Director, board => board.Rows.Any(row => row.Cover == Cover.RequirementNotMet));
        Assert.Equal((1, 0), (board.Coverage.CoveredOnPaper, board.Coverage.CoveredIfItHappened));
    }

    [Fact]
    public async Task GetBoard_CredentialOfAnErasedPerson_IsForgotten()
    {
        await Host.TellAsync(Sample.Held(Sample.Person("x"), held: true));
        await Host.BoardAsync(Director, board => board.Coverage.CoveredIfItHappened == 1);
        await Host.TellAsync(Sample.Erased(Sample.Person("x")));
        await Host.BoardAsync(Director, board => board.Coverage.CoveredIfItHappened == 0);
    }

    [Theory]
    [InlineData(null, RequirementStatus.Unspecified)]
    [InlineData(true, RequirementStatus.Met)]
    [InlineData(false, RequirementStatus.NotMet)]
    public async Task GetPostOutlook_Nominee_IsShownWithTheRequirement(bool? held, RequirementStatus expected)
    {
        if (held is { } known) await Host.TellAsync(Sample.Held(Sample.Person("x"), known));
        var outlook = await Host.Boards.GetPostOutlookAsync(new GetPostOutlookRequest { PostId = "m" }, Director);
        var finding = Assert.Single(Assert.Single(outlook.Slate).Requirements);
        Assert.Equal(("registered-medical-practitioner", expected), (finding.Code, finding.Status));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task CompareScenario_SomebodyElseNamed_CoversThePostOnlyWhenRegistered(bool? held, bool covers)
    {
        await Host.TellAsync(Sample.Recorded(Sample.Person("y")));
        if (held is { } known) await Host.TellAsync(Sample.Held(Sample.Person("y"), known));
        var response = await Host.Forecasts.CompareScenarioAsync(
            new CompareScenarioRequest
            {
                GroupId = Sample.Group,
                Changes =
                {
                    new ScenarioChange
                    {
                        NominationAdded = new NominationAdded
                        {
                            PostId = "m",
                            PersonId = Sample.Person("y"),
                            Readiness = new Readiness { Latest = ServiceHost.Today.ToDate() },
                        },
                    },
                },
            },
            Director);
        Assert.Equal(!covers, response.BarePostIdsInScenario.Contains("m"));
    }
}
