using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Types.V1;

namespace Talent.Portal.Doubles;

public sealed class OrganisationDouble(Recorded recorded) : OrganisationService.OrganisationServiceBase
{
    private static readonly Organisation Region = new()
    {
        Code = "Y63",
        Kind = OrganisationKind.Region,
        Names = { new DatedText { Value = "North East and Yorkshire", Period = new Period() } },
    };

    public override Task<GetOrganisationResponse> GetOrganisation(GetOrganisationRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new GetOrganisationResponse
        {
            Organisation = All().FirstOrDefault(each => each.Code == request.Code) ?? throw Errors.NotFound("There is no such organisation."),
        });

    public override Task<ListOrganisationsResponse> ListOrganisations(ListOrganisationsRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () =>
        {
            var found = All().Where(each => request.Codes.Count == 0 || request.Codes.Contains(each.Code))
                .Where(each => request.Kinds.Count == 0 || request.Kinds.Contains(each.Kind))
                .Where(each => request.ParentCode.Length == 0 || each.ParentCode == request.ParentCode)
                .Where(each => each.Names[0].Value.Contains(request.NameContains, StringComparison.OrdinalIgnoreCase)).ToList();
            return new ListOrganisationsResponse { Organisations = { found }, TotalSize = found.Count };
        });

    public override Task<ListOrganisationSuccessionsResponse> ListOrganisationSuccessions(
        ListOrganisationSuccessionsRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListOrganisationSuccessionsResponse
        {
            Successions =
            {
                new OrganisationSuccession { PredecessorCode = "XN0", SuccessorCode = "XN1", Date = Invented.Day(2019, 4, 1) },
            },
        });

    public override Task<GetGroupResponse> GetGroup(GetGroupRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => request.Id == Invented.GroupId
            ? new GetGroupResponse { Group = Group() }
            : throw Errors.NotFound("There is no such group."));

    public override Task<ListGroupsResponse> ListGroups(ListGroupsRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListGroupsResponse { Groups = { Group() } });

    private static IEnumerable<Organisation> All() => Invented.Organisations.Select(each => new Organisation
    {
        Code = each.Code,
        Kind = OrganisationKind.Trust,
        Sectors = { Sector.Acute },
        Names = { new DatedText { Value = each.Name, Period = new Period { Start = Invented.Day(2019, 4, 1) } } },
        Regions = { new DatedText { Value = "Y63", Period = new Period() } },
        Period = new Period { Start = Invented.Day(2019, 4, 1), End = each.Code == "XN3" ? Invented.Day(2026, 4, 1) : null },
    }).Append(Region);

    private static Group Group() => new()
    {
        Id = Invented.GroupId,
        Title = Invented.GroupTitle,
        RegionCode = "Y63",
        Etag = "1",
        Members = { Invented.Organisations.Select(each => new DatedText { Value = each.Code, Period = new Period() }) },
    };
}

public sealed class PostDouble(Recorded recorded) : PostService.PostServiceBase
{
    public override Task<GetPostResponse> GetPost(GetPostRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new GetPostResponse { Post = Find(request.Id) });

    public override Task<ListPostsResponse> ListPosts(ListPostsRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListPostsResponse { Posts = { InventedPosts.All } });

    public override Task<ListPersonAppointmentsResponse> ListPersonAppointments(
        ListPersonAppointmentsRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListPersonAppointmentsResponse
        {
            Posts = { InventedPosts.All.Where(post => post.Appointments.Any(each => each.PersonId == request.PersonId)) },
        });

    public override Task<CreateAppointmentResponse> CreateAppointment(CreateAppointmentRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new CreateAppointmentResponse { Post = Find(request.Appointment.PostId) });

    public override Task<UpdateAppointmentResponse> UpdateAppointment(UpdateAppointmentRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new UpdateAppointmentResponse { Post = Find(request.Appointment.PostId) });

    public override Task<EndAppointmentResponse> EndAppointment(EndAppointmentRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new EndAppointmentResponse { Post = Find(request.PostId) });

    public override Task<SharePostResponse> SharePost(SharePostRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new SharePostResponse { Post = Find(request.PostId) });

    private static Post Find(string id) =>
        InventedPosts.All.FirstOrDefault(post => post.Id == id) ?? throw Errors.NotFound("There is no such post.");
}

public sealed class ImportDouble(Recorded recorded) : ImportService.ImportServiceBase
{
    public override Task<CreateImportResponse> CreateImport(CreateImportRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new CreateImportResponse { Import = Import() });

    public override Task<GetImportResponse> GetImport(GetImportRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new GetImportResponse { Import = Import() });

    public override Task<ListImportsResponse> ListImports(ListImportsRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListImportsResponse { Imports = { Import() } });

    public override Task<ListImportRemarksResponse> ListImportRemarks(ListImportRemarksRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => new ListImportRemarksResponse
        {
            Remarks =
            {
                new ImportRemark
                {
                    Kind = ImportRemarkKind.Unknown, Line = 7, Column = "successor", Code = "XN0",
                    Reason = "No successor of this closed organisation is known: import the file of successions.",
                },
                new ImportRemark
                {
                    Kind = ImportRemarkKind.Changed, Line = 8, Code = "RXX", Reason = "name: SOME TRUST -> SOME OTHER TRUST",
                },
            },
        });

    private Import Import() => new()
    {
        Id = "import-1",
        Kind = ImportFileKind.TrustRegister,
        FileName = "etr.csv",
        AsOf = Invented.Day(2026, 7, 31),
        State = recorded.ImportRowsDone < 10 ? ImportState.Running : ImportState.Applied,
        RowsTotal = 10,
        RowsDone = recorded.ImportRowsDone,
        Created = 9,
        Unknown = 1,
        Summary = recorded.ImportRowsDone < 10 ? "" : "10 organisations, 9 open, 1 closed",
        CreatedAt = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 7, 31, 9, 5, 0, TimeSpan.Zero)),
    };
}
