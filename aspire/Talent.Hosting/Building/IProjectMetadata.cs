namespace Aspire.Hosting;

/// <summary>Where a project of the solution lies; the build generates one type <c>Projects.X</c> for each referenced project.</summary>
public interface IProjectMetadata
{
    /// <summary>The absolute path of the project file.</summary>
    string ProjectPath { get; }

    /// <summary>Whether the project is built already, as a referenced project always is.</summary>
    bool SuppressBuild => false;
}
