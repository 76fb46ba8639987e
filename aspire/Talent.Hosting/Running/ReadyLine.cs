using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>What the log says when a resource is ready.</summary>
internal static class ReadyLine
{
    /// <summary><c>ready</c>, and the address of every endpoint as the model wants it shown.</summary>
    public static string Of(Resource resource)
    {
        var line = "ready";
        foreach (var endpoint in resource.Endpoints)
        {
            var url = new ResourceUrlAnnotation { Url = Address(endpoint) };
            foreach (var shown in resource.Urls.Where(each => each.EndpointName.Equals(endpoint.Name, StringComparison.OrdinalIgnoreCase)))
                shown.Change(url);
            var address = url.Url.StartsWith('/') ? Address(endpoint) + url.Url : url.Url;
            line += $"  {url.DisplayText ?? endpoint.Name}: {address}";
        }
        return line;
    }

    private static string Address(EndpointAnnotation endpoint) =>
        string.Create(CultureInfo.InvariantCulture, $"{endpoint.UriScheme}://localhost:{endpoint.Port}");
}
