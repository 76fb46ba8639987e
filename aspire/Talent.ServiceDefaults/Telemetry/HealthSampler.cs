using OpenTelemetry.Trace;

namespace Talent.ServiceDefaults;

/// <summary>Leaves out the requests that only ask whether the process is well, or for its public keys.</summary>
internal sealed class HealthSampler : Sampler
{
    private static readonly HashSet<string> Noise = [DefaultEndpoints.HealthPath, DefaultEndpoints.AlivePath, TokenOptions.KeysPath];

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        foreach (var tag in samplingParameters.Tags ?? [])
        {
            if (tag.Key == "url.path" && tag.Value is string path && Noise.Contains(path))
                return new SamplingResult(SamplingDecision.Drop);
        }
        return new SamplingResult(SamplingDecision.RecordAndSample);
    }
}
