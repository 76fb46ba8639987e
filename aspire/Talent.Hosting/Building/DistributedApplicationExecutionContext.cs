namespace Aspire.Hosting;

/// <summary>What the model is used for.</summary>
public class DistributedApplicationExecutionContext
{
    internal DistributedApplicationExecutionContext(bool isPublishMode) => IsPublishMode = isPublishMode;

    /// <summary>Whether the model is published; this host then only says that it cannot.</summary>
    public bool IsPublishMode { get; }

    /// <summary>Whether the model runs.</summary>
    public bool IsRunMode => !IsPublishMode;
}
