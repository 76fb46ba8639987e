using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Checks that the resources do not wait for each other in a circle, which would be a silent standstill.</summary>
internal static class WaitOrder
{
    /// <exception cref="DistributedApplicationException">There is a circle.</exception>
    public static void RequireNoCircle(IEnumerable<Resource> resources)
    {
        var done = new HashSet<Resource>();
        foreach (var resource in resources)
            Visit(resource, [], done);
    }

    private static void Visit(Resource resource, List<Resource> path, HashSet<Resource> done)
    {
        if (path.Contains(resource))
        {
            var circle = path.SkipWhile(each => each != resource).Append(resource).Select(each => each.Name);
            throw new DistributedApplicationException($"Resources wait for each other in a circle: {string.Join(", ", circle)}.");
        }
        if (!done.Add(resource))
            return;
        path.Add(resource);
        foreach (var dependency in Dependencies(resource))
            Visit(dependency, path, done);
        path.Remove(resource);
    }

    private static IEnumerable<Resource> Dependencies(Resource resource) => resource is IResourceWithParent inner
        ? resource.Waits.Select(each => each.Dependency.Model()).Append(inner.Parent.Model())
        : resource.Waits.Select(each => each.Dependency.Model());
}
