using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.Engine.Simulation;
using Talent.Succession.Forecasts;
using Talent.Succession.V1;
using Contract = Talent.Succession.V1;
using Readiness = Talent.Types.V1.Readiness;

namespace Talent.Succession.Tests.Api;

public sealed class SqliteScenarioTests() : ScenarioCompliance("sqlite");

public sealed class PostgresScenarioTests() : ScenarioCompliance("postgresql");

/// <summary>What becomes of changes that are supposed, the same on both databases.</summary>
public abstract class ScenarioCompliance(string database) : ForecastFixture(database)
{
    [Fact]
    public async Task CompareScenario_AboutOneself_IsRefused()
    {
        var nominee = Sample.Person("nominee");
        var request = new CompareScenarioRequest { GroupId = Sample.Group, Changes = { Added("c", nominee) } };
        await AssertRefusedAsync(
            StatusCode.PermissionDenied, "OWN_POST",
            async () => await Host.Forecasts.CompareScenarioAsync(request, await Host.DirectorAsync(nominee)));
    }

    [Fact]
    public async Task CompareScenario_Departure_IsTheEnginesOwnComparison()
    {
        await FullAsync();
        var on = ServiceHost.Today.AddDays(200);
        var response = await Host.Forecasts.CompareScenarioAsync(
            new CompareScenarioRequest { GroupId = Sample.Group, Changes = { Leaves("holder-c", on) } }, Director);
        var expected = ScenarioComparison.Of(
            await SnapshotAsync(), new Scenario(new Engine.Scenarios.PersonLeaves(new PersonId("holder-c"), on)), Model.Data, Model.Moves,
            (ulong)ForecastModel.Seed, ForecastModel.TrialsAtOnce);
        Assert.Equal(expected.Group.ToContract(), response.Group.Difference);
        Assert.Equal(expected.AllOrganisations.ToContract(), response.AllOrganisations);
        Assert.Equal(
            expected.Posts.Select(each => (each.Of.Value, each.Difference!.ToContract())),
            response.Posts.Select(each => (each.PartId, each.Difference)));
        Assert.Equal(
            expected.Organisations.Select(each => (each.Of.Value, each.Difference!.ToContract())),
            response.Organisations.Select(each => (each.PartId, each.Difference)));
        Assert.Equal(expected.Bench.Baseline.Select(post => post.Value), response.BarePostIds);
    }

    [Fact]
    public async Task CompareScenario_NominationOfSomebodyReady_CoversAPostMore()
    {
        var response = await Host.Forecasts.CompareScenarioAsync(
            new CompareScenarioRequest { GroupId = Sample.Group, Changes = { Added("c", Sample.Person("r")) } }, Director);
        Assert.Equal(["c"], response.BarePostIds.Except(response.BarePostIdsInScenario));
        Assert.True(response.Group.Difference.Upper < 0);
    }

    [Fact]
    public async Task CompareScenario_ManyKinds_AreAppliedTogether()
    {
        var request = new CompareScenarioRequest
        {
            GroupId = Sample.Group,
            Changes =
            {
                new Contract.ScenarioChange
                {
                    MadeReady = new() { PersonId = Sample.Person("s"), By = ServiceHost.Today.ToDate(), Family = "chief-executive" },
                },
                new Contract.ScenarioChange
                {
                    PostSplit = new()
                    {
                        PostId = "d",
                        Parts =
                        {
                            new Contract.PostPart { PostId = "d", OrganisationCodes = { "T1" }, HolderPersonId = "holder-d" },
                            new Contract.PostPart { PostId = "d2", OrganisationCodes = { "T2" } },
                        },
                    },
                },
                new Contract.ScenarioChange
                {
                    RecruitmentFreeze = new() { From = ServiceHost.Today.ToDate(), Until = ServiceHost.Today.AddMonths(6).ToDate() },
                },
                new Contract.ScenarioChange
                {
                    ProgrammeCohort = new()
                    {
                        PersonIds = { "holder-a" },
                        Family = "chief-executive",
                        ReadyBy = ServiceHost.Today.AddYears(1).ToDate(),
                        Completes = 0.5,
                    },
                },
                new Contract.ScenarioChange { PostShared = new() { PostId = "e", With = { new SharedWith { OrganisationCode = "T4" } } } },
                new Contract.ScenarioChange { DeputyAccepted = new() { PostId = "b", DeputyPostId = "c" } },
                new Contract.ScenarioChange { TrustsMerged = new() { SurvivorCode = "T1", AbsorbedCodes = { "T2" } } },
            },
        };
        var response = await Host.Forecasts.CompareScenarioAsync(request, Director);
        var part = response.Posts.Single(each => each.PartId == "d2");
        Assert.Null(part.Baseline);
        Assert.NotNull(part.Scenario);
        Assert.Null(part.Difference);
        Assert.Null(response.Organisations.Single(each => each.PartId == "T2").Scenario);
        Assert.Null(response.Organisations.Single(each => each.PartId == "T4").Baseline);
    }

    public static TheoryData<string, string> BadChanges() => new()
    {
        { """{}""", "changes[1].change" },
        { """{ "personLeaves": { "on": { "year": 2027, "month": 1, "day": 1 } } }""", "changes[1].person_leaves.person_id" },
        { """{ "personLeaves": { "personId": "holder-a" } }""", "changes[1].person_leaves.on" },
        {
            """{ "personLeaves": { "personId": "stranger", "on": { "year": 2027, "month": 1, "day": 1 } } }""",
            "changes[1].person_leaves"
        },
        { """{ "nominationAdded": { "postId": "c", "personId": "unknown" } }""", "changes[1].nomination_added.person_id" },
        {
            """{ "madeReady": { "personId": "holder-a", "by": { "year": 2027, "month": 1, "day": 1 } } }""",
            "changes[1].made_ready.post_id"
        },
        { """{ "postShared": { "postId": "a", "with": [ {} ] } }""", "changes[1].post_shared.with[0].organisation_code" },
        { """{ "postShared": { "postId": "a", "with": [ { "organisationCode": "T1" } ] } }""", "changes[1].post_shared" },
        {
            """{ "postSplit": { "postId": "a", "parts": [ { "postId": "a", "organisationCodes": [ "T1" ] } ] } }""",
            "changes[1].post_split"
        },
        { """{ "earlySearch": { "postId": "a", "days": 200 } }""", "changes[1].early_search" },
        { """{ "termExtended": { "postId": "a", "personId": "holder-a" } }""", "changes[1].term_extended.until" },
        { """{ "deputyAccepted": { "postId": "a", "deputyPostId": "a" } }""", "changes[1].deputy_accepted" },
        { """{ "programmeCohort": { "personIds": [ "" ], "family": "chair" } }""", "changes[1].programme_cohort.ready_by" },
        { """{ "trustsMerged": { "survivorCode": "T1", "absorbedCodes": [ "T9" ] } }""", "changes[1].trusts_merged" },
        {
            """
            { "recruitmentFreeze": { "from": { "year": 2027, "month": 1, "day": 1 }, "until": { "year": 2027, "month": 1, "day": 1 } } }
            """,
            "changes[1].recruitment_freeze"
        },
    };

    [Theory]
    [MemberData(nameof(BadChanges))]
    public async Task CompareScenario_BadChange_IsRefusedWithTheFieldAndWhatToDo(string change, string field)
    {
        var request = new CompareScenarioRequest
        {
            GroupId = Sample.Group,
            Changes = { Leaves("holder-b", ServiceHost.Today), Contract.ScenarioChange.Parser.ParseJson(change) },
        };
        var error = await AssertRefusedAsync(
            StatusCode.InvalidArgument, "INVALID_FIELD", async () => await Host.Forecasts.CompareScenarioAsync(request, Director));
        Assert.Equal(field, Assert.Single(error.Fields).Field);
        Assert.EndsWith(".", error.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", error.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CompareScenario_SomebodyLeavesWhosePostsEnd_IsRefused()
    {
        var request = new CompareScenarioRequest
        {
            GroupId = Sample.Group,
            Changes =
            {
                Leaves("holder-b", ServiceHost.Today),
                new Contract.ScenarioChange
                {
                    TrustsMerged = new()
                    {
                        SurvivorCode = "T1",
                        AbsorbedCodes = { "T2" },
                        Posts = { new Contract.MergedPosts { StaysPostId = "a", EndingPostIds = { "b" } } },
                    },
                },
            },
        };
        var error = await AssertRefusedAsync(
            StatusCode.InvalidArgument, "INVALID_FIELD", async () => await Host.Forecasts.CompareScenarioAsync(request, Director));
        Assert.Equal("changes", Assert.Single(error.Fields).Field);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10_000)]
    public async Task PlayTrial_NoSuchTrial_IsRefused(int trial)
    {
        var error = await AssertRefusedAsync(StatusCode.InvalidArgument, "INVALID_FIELD", async () => await Host.Forecasts.PlayTrialAsync(
            new PlayTrialRequest { GroupId = Sample.Group, Trial = trial }, Director));
        Assert.Equal("trial", Assert.Single(error.Fields).Field);
    }

    [Fact]
    public async Task PlayTrial_WithChanges_TellsTheStepsOfTheEngine()
    {
        await FullAsync();
        var played = await Host.Forecasts.PlayTrialAsync(
            new PlayTrialRequest { GroupId = Sample.Group, Trial = 7, Changes = { Leaves("holder-a", ServiceHost.Today) } }, Director);
        var scenario = new Scenario(new Engine.Scenarios.PersonLeaves(new PersonId("holder-a"), ServiceHost.Today))
            .Apply(await SnapshotAsync());
        var expected = Simulator.Watch(
            new SimulationModel(scenario.Snapshot, Model.Data, Model.Moves, scenario.Changes, ForecastModel.Years),
            (ulong)ForecastModel.Seed, 7);
        Assert.Equal((expected.Loss, 1, ForecastTier.AtOnce), (played.WeightedDays, played.Provenance.Trials, played.Provenance.Tier));
        Assert.Equal(
            expected.Steps.Select(step => (step.Date.ToDate(), step.Kind.ToString(), step.Post?.Value ?? "", step.Person?.Value ?? "")),
            played.Steps.Select(step => (step.Date, step.Kind.ToString(), step.PostId, step.PersonId)));
        Assert.Contains(played.Steps, step => step is { Kind: TrialStepKind.PersonLeaves, PersonId: "holder-a" });
    }

    private static Contract.ScenarioChange Added(string post, string person) => new()
    {
        NominationAdded = new()
        {
            PostId = post,
            PersonId = person,
            Readiness = new Readiness { Earliest = ServiceHost.Today.ToDate(), Latest = ServiceHost.Today.ToDate() },
        },
    };
}
