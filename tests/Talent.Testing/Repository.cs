namespace Talent.Testing;

/// <summary>The working copy that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds Talent.sln.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Talent.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No folder above {start} holds Talent.sln: run the tests from a working copy.");
    }
}
