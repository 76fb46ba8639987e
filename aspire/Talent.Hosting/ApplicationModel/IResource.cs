namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something the application consists of: a process, a server, a database, a parameter.</summary>
public interface IResource
{
    /// <summary>The name, unique in the application: ASCII letters, digits and single hyphens, at most 64.</summary>
    string Name { get; }
}
