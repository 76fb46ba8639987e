using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Talent.Messaging;
using Talent.ServiceDefaults;
using Talent.Succession.V1;
using Talent.Testing;
using Talent.Types.V1;

namespace Talent.Succession.Tests.Api;

/// <summary>A request for each method that changes something, filled as far as it can be, about things of its own.</summary>
internal sealed class EveryMutation(ServiceHost host)
{
    private static readonly SystemIdentifierSource Identifiers = new(TimeProvider.System);

    public static IReadOnlyList<MethodDescriptor> Methods { get; } =
        Mutations.Of(NominationService.Descriptor, BoardService.Descriptor, ForecastService.Descriptor, PipelineService.Descriptor);

    public static string NextId() => Identifiers.Next();

    /// <summary>Somebody who holds posts without cover, so that a flag is raised.</summary>
    public async Task<string> RaiseFlagAsync()
    {
        var start = ServiceHost.Today.AddYears(-2);
        string[] posts = [NextId(), NextId(), NextId(), NextId()];
        await host.TellAsync([
            Sample.GroupFormed(), .. posts.Select((post, at) => Sample.PostCreated(Sample.Post(post, $"T{at}"))),
            .. posts.Select(post => Sample.Appointed(Sample.Appointment(post, Sample.Person("holder"), start))),
        ]);
        var board = await host.BoardAsync(await host.DirectorAsync(), board => board.Rows.Any(row => row.Flags.Count > 0));
        return board.Rows.First(row => row.Flags.Count > 0).Flags[0].Id;
    }

    public async Task<(IMessage Request, Metadata Headers)> PrepareAsync(MethodDescriptor method, string flag)
    {
        var director = await host.DirectorAsync();
        if (method.Name == "RecordDiscussion")
            return (Discussed(flag), director);
        var (post, person) = (NextId(), NextId());
        await host.TellAsync(Sample.GroupFormed(), Sample.PostCreated(Sample.Post(post)), Sample.Recorded(person));
        if (method.Name == "CreateNomination")
            return (new CreateNominationRequest { Nomination = Full(post, person) }, director);
        if (method.Name == "BatchCreateNominations")
            return (new BatchCreateNominationsRequest { Nominations = { Full(post, person), External(post) } }, director);
        var made = (await host.Nominations.CreateNominationAsync(
            new CreateNominationRequest { RequestId = NextId(), Nomination = Full(post, person) }, director)).Nomination;
        return method.Name switch
        {
            "UpdateNomination" => (Update(made), director),
            "DeleteNomination" => (new DeleteNominationRequest { Id = made.Id, Etag = made.Etag }, director),
            _ => throw new NotSupportedException($"Say here how a request for {method.Name} looks."),
        };
    }

    private static Nomination Full(string post, string person) => new()
    {
        Id = NextId(),
        PostId = post,
        PersonId = person,
        Rank = 1,
        Readiness = new Readiness { Earliest = ServiceHost.Today.ToDate(), Latest = ServiceHost.Today.ToDate() },
        Telling = Telling.Confidential,
        Confidentiality = new Confidentiality
        {
            ReasonCode = "reorganisation",
            ApproverId = NextId(),
            ExpiresOn = ServiceHost.Today.AddMonths(2).ToDate(),
        },
    };

    private static Nomination External(string post) => new()
    {
        PostId = post,
        External = new ExternalSuccessor { DisplayName = "Invented Outsider", Organisation = "Elsewhere", Source = "a search" },
    };

    private static UpdateNominationRequest Update(Nomination nomination)
    {
        nomination.Rank = 2;
        return new UpdateNominationRequest
        {
            Nomination = nomination,
            UpdateMask = { "rank", "readiness", "telling", "confidentiality" },
        };
    }

    private static RecordDiscussionRequest Discussed(string flag) => new()
    {
        FlagId = flag,
        ShownOn = ServiceHost.Today.ToDate(),
        RepliedOn = ServiceHost.Today.ToDate(),
        Reply = $"A deputy starts in spring ({NextId()}).",
    };
}
