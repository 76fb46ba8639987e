using Google.Protobuf;
using Google.Protobuf.Reflection;
using Talent.Development.V1;
using Talent.Events.V1;
using Talent.Roles.V1;
using Talent.Succession.V1;

namespace Talent.Contracts.Tests;

/// <summary>
/// Samples of every request and event ever published stay readable. `Samples/&lt;message&gt;.&lt;n&gt;.bin` is what was on the wire,
/// `.json` beside it what it means. With TALENT_WRITE_SAMPLES=1 the missing ones are written, to be committed.
/// </summary>
public sealed class SampleTests
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithIndentation());

    private static IEnumerable<MessageDescriptor> Published() =>
        new[]
        {
            EventReflection.Descriptor, RolesEventsReflection.Descriptor, DevelopmentEventsReflection.Descriptor,
            SuccessionEventsReflection.Descriptor, ErasureEventsReflection.Descriptor,
        }
        .SelectMany(file => file.MessageTypes)
        .Concat(new[]
        {
            FeedServiceReflection.Descriptor, ProjectionServiceReflection.Descriptor,
            OrganisationServiceReflection.Descriptor, PostServiceReflection.Descriptor,
            ImportServiceReflection.Descriptor, PersonServiceReflection.Descriptor, NominationServiceReflection.Descriptor,
            BoardServiceReflection.Descriptor, ForecastServiceReflection.Descriptor, PipelineServiceReflection.Descriptor,
        }
        .SelectMany(file => file.Services).SelectMany(service => service.Methods).Select(method => method.InputType));

    public static TheoryData<string> Messages() => [.. Published().Select(type => type.FullName)];

    public static TheoryData<string> Kept() =>
        [.. Directory.EnumerateFiles(Repository.Samples, "*.bin").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Message_Published_HasSampleOfItsPresentShape(string message)
    {
        var bytes = Sample.Of(Published().First(type => type.FullName == message)).ToByteArray();
        var kept = Versions(message);
        if (Environment.GetEnvironmentVariable("TALENT_WRITE_SAMPLES") == "1") Write(message, bytes, kept);
        Assert.True(
            Versions(message).Any(file => File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes)),
            $"No sample shows {message} as it is now. Run the contract tests with TALENT_WRITE_SAMPLES=1 and commit the new file.");
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void Sample_EverPublished_StillMeansTheSame(string sample)
    {
        var type = Published().Single(type => type.FullName == sample[..sample.LastIndexOf('.')]);
        var read = type.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(Repository.Samples, sample + ".bin")));
        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Samples, sample + ".json")), Json.Format(read) + "\n");
    }

    private static string[] Versions(string message) =>
        Directory.Exists(Repository.Samples) ? Directory.GetFiles(Repository.Samples, message + ".?.bin") : [];

    private static void Write(string message, byte[] bytes, string[] kept)
    {
        if (Array.Exists(kept, file => File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes))) return;
        Directory.CreateDirectory(Repository.Samples);
        var file = Path.Combine(Repository.Samples, $"{message}.{kept.Length + 1}");
        File.WriteAllBytes(file + ".bin", bytes);
        var type = Published().First(type => type.FullName == message);
        File.WriteAllText(file + ".json", Json.Format(type.Parser.ParseFrom(bytes)) + "\n");
    }
}
