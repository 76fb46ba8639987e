using Google.Protobuf.Reflection;
using Talent.Development.V1;
using Talent.Events.V1;
using Talent.Roles.V1;
using Talent.Succession.V1;

namespace Talent.Contracts.Tests;

/// <summary>Repeating a request is harmless: everything that changes something has an id of the request.</summary>
public sealed class RequestIdTests
{
    private static readonly string[] Reading = ["Get", "List", "BatchGet", "Watch", "Read", "Compare", "Play"];

    private static readonly ServiceDescriptor[] Services =
    [
        FeedService.Descriptor, OrganisationService.Descriptor, PostService.Descriptor, ImportService.Descriptor, PersonService.Descriptor,
        NominationService.Descriptor, BoardService.Descriptor, ForecastService.Descriptor, PipelineService.Descriptor,
    ];

    public static TheoryData<string> Changing() =>
    [
        .. Services.SelectMany(service => service.Methods)
            .Where(method => !Array.Exists(Reading, verb => method.Name.StartsWith(verb, StringComparison.Ordinal)))
            .Select(method => method.FullName),
    ];

    [Theory]
    [MemberData(nameof(Changing))]
    public void Method_ThatChangesSomething_HasARequestId(string name)
    {
        var method = Services.SelectMany(service => service.Methods).Single(each => each.FullName == name);
        Assert.Equal(FieldType.String, method.InputType.FindFieldByName("request_id")?.FieldType);
    }
}
