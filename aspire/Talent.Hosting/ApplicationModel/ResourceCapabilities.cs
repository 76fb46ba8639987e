namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that is given environment variables when it starts.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource that is given command line arguments when it starts.</summary>
public interface IResourceWithArgs : IResource;

/// <summary>A resource that listens on named endpoints.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource whose start can wait for another resource.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>A resource that lives inside another one.</summary>
public interface IResourceWithParent : IResource
{
    /// <summary>The resource it lives in.</summary>
    IResource Parent { get; }
}

/// <summary>A resource that lives inside another one of a known kind.</summary>
/// <typeparam name="T">The kind of the parent.</typeparam>
public interface IResourceWithParent<out T> : IResourceWithParent where T : IResource
{
    /// <summary>The resource it lives in.</summary>
    new T Parent { get; }

    IResource IResourceWithParent.Parent => Parent;
}
