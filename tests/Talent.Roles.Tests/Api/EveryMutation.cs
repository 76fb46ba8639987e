using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Talent.Roles.Tests.Hosting;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Testing;
using static Talent.Roles.Tests.Hosting.Arrangement;

namespace Talent.Roles.Tests.Api;

/// <summary>A request for each method that changes something, filled as far as it can be, about things of its own.</summary>
internal sealed class EveryMutation(RolesHost host)
{
    private static readonly DateOnly Start = new(2022, 1, 1);

    public static IReadOnlyList<MethodDescriptor> Methods { get; } = Mutations.Of(
        PostService.Descriptor, OrganisationService.Descriptor, ImportService.Descriptor);

    public async Task<(IMessage Request, Metadata Headers)> PrepareAsync(MethodDescriptor method)
    {
        var group = await MakeAsync(host);
        return method.Name switch
        {
            "CreatePost" => (new CreatePostRequest { Post = await FullPostAsync(group) }, await host.DirectorAsync()),
            "BatchCreatePosts" => (await BatchAsync(group), await host.DirectorAsync()),
            "UpdatePost" => (await UpdateAsync(group), await host.DirectorAsync()),
            "SharePost" => (await ShareAsync(group), await host.DirectorAsync()),
            "CreateAppointment" => (await AppointAsync(group), await host.DirectorAsync()),
            "UpdateAppointment" => (await AmendAsync(group), await host.DirectorAsync()),
            "EndAppointment" => (await EndAsync(group), await host.DirectorAsync()),
            "BatchCreateOrganisations" => (
                new BatchCreateOrganisationsRequest { Organisations = { group.Trust(host.NextCode()) } }, await host.AdministratorAsync()),
            "CreateGroup" => (new CreateGroupRequest { Group = FullGroup(group, NewId()) }, await host.AdministratorAsync()),
            "UpdateGroup" => (
                new UpdateGroupRequest
                {
                    Group = FullGroup(group, group.GroupId),
                    UpdateMask = { "title", "members", "region_code", "criticality_agreed_on" },
                },
                await host.AdministratorAsync()),
            "CreateImport" => (
                new CreateImportRequest
                {
                    Kind = ImportFileKind.Regions,
                    FileName = "regions.csv",
                    Content = ByteString.CopyFromUtf8("no such columns\n"),
                },
                await host.AdministratorAsync()),
            _ => throw new NotSupportedException($"Say here how a request for {method.Name} looks."),
        };
    }

    private static async Task<BatchCreatePostsRequest> BatchAsync(Arrangement group)
    {
        var post = await FullPostAsync(group);
        post.Appointments.Add(FullAppointment(group, ""));
        return new BatchCreatePostsRequest { Posts = { post } };
    }

    private static async Task<UpdatePostRequest> UpdateAsync(Arrangement group)
    {
        var before = await group.CreatePostAsync();
        var post = await FullPostAsync(group);
        (post.Id, post.Title, post.Etag) = (before.Id, "Another title", before.Etag);
        return new UpdatePostRequest
        {
            Post = post,
            UpdateMask =
            {
                "title", "family", "level", "days_per_week", "criticality", "deputies", "development_post", "designed_around_person",
                "period",
            },
        };
    }

    private static async Task<SharePostRequest> ShareAsync(Arrangement group)
    {
        var post = await group.CreatePostAsync();
        return new SharePostRequest { PostId = post.Id, Etag = post.Etag, Served = { Serves(group.First, 1) }, DaysPerWeek = 4 };
    }

    private static async Task<CreateAppointmentRequest> AppointAsync(Arrangement group)
    {
        var post = await group.CreatePostAsync();
        return new CreateAppointmentRequest { Appointment = FullAppointment(group, post.Id), PostEtag = post.Etag };
    }

    private static async Task<UpdateAppointmentRequest> AmendAsync(Arrangement group)
    {
        var made = await group.AppointAsync((await group.CreatePostAsync()).Id, Start);
        var appointment = FullAppointment(group, made.Post.Id);
        (appointment.Id, appointment.PlannedEnd) = (made.AppointmentId, Start.AddYears(3).ToDate());
        return new UpdateAppointmentRequest
        {
            Appointment = appointment,
            PostEtag = made.Post.Etag,
            UpdateMask = { "planned_end", "terms.appointing_body", "terms.approved_on", "terms.first_appointed_on" },
        };
    }

    private static async Task<EndAppointmentRequest> EndAsync(Arrangement group)
    {
        var made = await group.AppointAsync((await group.CreatePostAsync()).Id, Start);
        return new EndAppointmentRequest
        {
            PostId = made.Post.Id,
            AppointmentId = made.AppointmentId,
            End = Start.AddYears(1).ToDate(),
            Reason = EndReason.Retired,
            PostEtag = made.Post.Etag,
            OrganisationCode = group.First,
        };
    }

    private static async Task<Post> FullPostAsync(Arrangement group)
    {
        var post = group.Post();
        post.Id = NewId();
        post.Deputies.Add(new Deputy { PostId = (await group.CreatePostAsync()).Id, Accepted = true });
        (post.DesignedAroundPerson, post.DesignedAroundEvidenceId) = (true, NewId());
        return post;
    }

    private static Appointment FullAppointment(Arrangement group, string postId)
    {
        var appointment = Appointment(postId, Start);
        appointment.Id = NewId();
        appointment.Terms.Add(new AppointmentTerm
        {
            OrganisationCode = group.First,
            Basis = EngagementBasis.Employed,
            Lead = true,
            AppointingBody = "council-of-governors",
            ApprovedOn = Start.ToDate(),
        });
        return appointment;
    }

    private static Group FullGroup(Arrangement arrangement, string id)
    {
        var group = arrangement.Group("Another group");
        (group.Id, group.RegionCode, group.CriticalityAgreedOn) = (id, arrangement.Region, Start.ToDate());
        return group;
    }
}
