using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Talent.Development.V1;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Doubles;

public sealed class PersonDouble(Recorded recorded) : PersonService.PersonServiceBase
{
    public override Task<GetPersonResponse> GetPerson(GetPersonRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new GetPersonResponse
        {
            Person = All().FirstOrDefault(each => each.Id == request.Id) ?? throw Errors.NotFound("There is no such person."),
        });

    public override Task<ListPeopleResponse> ListPeople(ListPeopleRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListPeopleResponse
        {
            People = { All().Where(each => each.DisplayName.Contains(request.NameContains, StringComparison.OrdinalIgnoreCase)) },
        });

    public override Task<BatchGetPeopleResponse> BatchGetPeople(BatchGetPeopleRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new BatchGetPeopleResponse
        {
            People = { All().Append(Elsewhere).Where(each => request.Ids.Contains(each.Id) && !recorded.NamesHidden) },
        });

    public override Task<ListReadinessStatementsResponse> ListReadinessStatements(
        ListReadinessStatementsRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListReadinessStatementsResponse
        {
            Statements =
            {
                new ReadinessStatement
                {
                    Id = "statement-1", PersonId = request.PersonId, Family = "chief-executive", Source = StatementSource.Panel,
                    StatedOn = Invented.Day(2026, 5, 1), Audience = Audience.MyGroup,
                },
            },
        });

    public override Task<StateReadinessResponse> StateReadiness(StateReadinessRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new StateReadinessResponse { Statement = request.Statement });

    public override Task<RecordCredentialResponse> RecordCredential(RecordCredentialRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new RecordCredentialResponse { Credential = request.Credential });

    public override Task<ListCredentialsResponse> ListCredentials(ListCredentialsRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListCredentialsResponse
        {
            Credentials =
            {
                new Credential
                {
                    PersonId = request.PersonId, Code = "qualified-accountant", Held = true,
                    Source = CredentialSource.CheckedByEmployer, RecordedOn = Invented.Day(2026, 3, 2),
                },
            },
        });

    public override Task<StateIntentionResponse> StateIntention(StateIntentionRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new StateIntentionResponse { Intention = request.Intention });

    public override Task<ListIntentionsResponse> ListIntentions(ListIntentionsRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListIntentionsResponse
        {
            Intentions =
            {
                new LeavingIntention
                {
                    PersonId = request.PersonId, Earliest = Invented.Day(2028, 4, 1), Latest = Invented.Day(2029, 3, 31),
                    StatedOn = Invented.Day(2026, 5, 1), Audience = Audience.MyGroup,
                },
            },
        });

    public override Task<ListSharingChoicesResponse> ListSharingChoices(ListSharingChoicesRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListSharingChoicesResponse
        {
            Choices =
            {
                new SharingChoice
                {
                    PersonId = request.PersonId, Subject = "readiness", Audience = Audience.MyGroup, ChosenOn = Invented.Day(2026, 5, 1),
                },
            },
        });

    public override Task<ChooseSharingResponse> ChooseSharing(ChooseSharingRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ChooseSharingResponse { Choice = request.Choice });

    public override Task<ListRecordReadsResponse> ListRecordReads(ListRecordReadsRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListRecordReadsResponse
        {
            Reads =
            {
                new RecordRead
                {
                    ReaderId = "account", Role = Role.GroupHrDirector, Method = "ListReadinessStatements",
                    Time = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 7, 1, 14, 30, 0, TimeSpan.Zero)),
                },
            },
        });

    public override Task<ListErasuresResponse> ListErasures(ListErasuresRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListErasuresResponse
        {
            Erasures = { Invented.Erasure("erased-2", complete: false), Invented.Erasure("erased-1", complete: true) },
        });

    private static Person Elsewhere => new() { Id = Invented.PersonOfAnotherGroup, DisplayName = "Pia Underhill", GroupId = "another" };

    private static IEnumerable<Person> All() => Invented.People.Select(each => new Person
    {
        Id = each.Id,
        DisplayName = each.Name,
        GroupId = Invented.GroupId,
        EmployerCode = "XN1",
        ControllerCode = "XN1",
    });
}

public sealed class BoardDouble(Recorded recorded) : BoardService.BoardServiceBase
{
    public override Task<GetBoardResponse> GetBoard(GetBoardRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => request.GroupId == Invented.GroupId
            ? new GetBoardResponse { Board = InventedBoard.Make(recorded.BoardVersion, recorded.ChiefExecutiveVacant) }
            : throw Errors.PermissionDenied("This group is not yours."));

    public override Task<GetBoardVersionResponse> GetBoardVersion(GetBoardVersionRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new GetBoardVersionResponse { BoardVersion = recorded.BoardVersion });

    public override Task<GetPostOutlookResponse> GetPostOutlook(GetPostOutlookRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new GetPostOutlookResponse
        {
            Row = Row(request.PostId),
            Slate = { InventedBoard.Slate },
            Measures = { Invented.Days("bench", 1.58) },
            SharedReliance = new SharedReliance { PostIds = { Invented.PostId(1), Invented.PostId(2) }, PersonIds = { "person-02" } },
            Provenance = InventedBoard.Provenance(1),
            GroupId = Invented.GroupId,
        });

    public override Task<GetVacancyTonightResponse> GetVacancyTonight(GetVacancyTonightRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new GetVacancyTonightResponse
        {
            Row = Row(request.PostId),
            Slate = { InventedBoard.Slate },
            DaysUncovered = Invented.Days("tonight", 87, 60, 120),
            DaysUncoveredWithEqualWeights = Invented.Days("tonight", 29, 20, 40),
            Provenance = InventedBoard.Provenance(1),
            GroupId = Invented.GroupId,
            DeputyPostIds = { Invented.PostId(12) },
            Organisations =
            {
                Invented.Organisations.Select(each => new OrganisationOutlook
                {
                    OrganisationCode = each.Code, Share = 1.0 / 3, Voting = true, DaysUncovered = Invented.Days("days", 137),
                    SameHolderPostIds = { Invented.PostId(5) },
                }),
            },
            Cascade =
            {
                request.PostId == Invented.PostCoveredOnTheBoardAlone
                    ? new CascadeStep { PostId = request.PostId, DaysUncovered = Invented.Days("step", 137), Cover = Cover.NeededElsewhere }
                    : new CascadeStep
                    {
                        PostId = Invented.PostId(1), PersonId = "person-02", DaysUncovered = Invented.Days("step", 30), Cover = Cover.Confirmed,
                    },
                new CascadeStep { PostId = Invented.PostId(3), DaysUncovered = Invented.Days("step", null), Cover = Cover.NobodyNamed },
            },
        });

    public override Task<GetPersonOutlookResponse> GetPersonOutlook(GetPersonOutlookRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new GetPersonOutlookResponse
        {
            PersonId = request.PersonId,
            Dependency = Invented.Days("dependency", 120, 80, 160),
            DependencyWithEqualWeights = Invented.Days("dependency", 33, 20, 40),
            PostsHeld = { InventedBoard.Row(0) },
            NamedForPostIds = { Invented.PostId(5) },
            CountedForPostId = Invented.PostId(5),
            OwnPostsLeftOut = 1,
            Provenance = InventedBoard.Provenance(1),
        });

    public override Task<ListFlagsResponse> ListFlags(ListFlagsRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListFlagsResponse { Flags = { InventedBoard.Flag() } });

    public override Task<ListDiscussionsResponse> ListDiscussions(ListDiscussionsRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListDiscussionsResponse());

    public override Task<RecordDiscussionResponse> RecordDiscussion(RecordDiscussionRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new RecordDiscussionResponse
        {
            Discussion = new Discussion { FlagId = request.FlagId, ShownOn = request.ShownOn, RepliedOn = request.RepliedOn, Reply = request.Reply },
        });

    public override Task<ListPersonReadsResponse> ListPersonReads(ListPersonReadsRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListPersonReadsResponse
        {
            Reads =
            {
                new PersonRead
                {
                    ReaderId = "account", Role = Role.GroupHrDirector, Subject = PersonReadSubject.Readiness,
                    Time = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 7, 2, 14, 30, 0, TimeSpan.Zero)),
                },
            },
        });

    private static BoardRow Row(string postId)
    {
        var index = InventedPosts.All.ToList().FindIndex(post => post.Id == postId);
        if (postId == Invented.OwnPost)
            throw Errors.PermissionDenied("You hold this post.", "OWN_POST");
        return index < 0 ? throw Errors.NotFound("There is no such post.") : InventedBoard.Row(index);
    }
}

public sealed class NominationDouble(Recorded recorded) : NominationService.NominationServiceBase
{
    private static readonly Nomination[] All =
    [
        new()
        {
            Id = "nomination-1", PostId = Invented.ChiefExecutivePost, PersonId = "person-03", Rank = 1, Telling = Telling.Told,
            Endorsed = true, NominatedOn = Invented.Day(2026, 5, 1), Etag = "4",
        },
        new()
        {
            Id = "nomination-2", PostId = Invented.ChiefExecutivePost, PersonId = "person-02", Telling = Telling.Confidential,
            Confidentiality = new Confidentiality
            {
                ReasonCode = "reorganisation", ApproverId = "account", ExpiresOn = Invented.Day(2027, 2, 1),
            },
            NominatedOn = Invented.Day(2026, 11, 1), Etag = "5",
        },
        new()
        {
            Id = "nomination-3", PostId = Invented.ChiefExecutivePost, Rank = 3, Telling = Telling.NotYetTold,
            External = new ExternalSuccessor { TextId = "text", DisplayName = "Invented Outsider", Source = "The chair, in May" },
            NominatedOn = Invented.Day(2026, 11, 10), Etag = "6",
        },
    ];

    public override Task<ListNominationsResponse> ListNominations(ListNominationsRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => request.PostId == Invented.OwnPost
            ? throw Errors.PermissionDenied("You hold this post.", "OWN_POST")
            : new ListNominationsResponse { Nominations = { All.Where(each => each.PostId == request.PostId) } });

    public override Task<UpdateNominationResponse> UpdateNomination(UpdateNominationRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new UpdateNominationResponse { Nomination = request.Nomination });

    public override Task<DeleteNominationResponse> DeleteNomination(DeleteNominationRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new DeleteNominationResponse { Id = request.Id });

    public override Task<CreateNominationResponse> CreateNomination(CreateNominationRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new CreateNominationResponse { Nomination = request.Nomination });
}
