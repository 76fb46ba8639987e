using System.Diagnostics;
using OpenTelemetry;

namespace Talent.ServiceDefaults;

/// <summary>Takes query strings out of spans: what people search for is theirs.</summary>
internal sealed class AddressPrivacy : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.GetTagItem("url.query") is not null)
            data.SetTag("url.query", null);
        if (data.GetTagItem("url.full") is string full && full.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark)
            data.SetTag("url.full", full[..mark]);
    }
}
