namespace Aspire.Hosting;

/// <summary>The application cannot run; the message is one sentence for the person who started it.</summary>
public class DistributedApplicationException : Exception
{
    /// <summary>An exception without a reason.</summary>
    public DistributedApplicationException()
    {
    }

    /// <summary>An exception with its reason.</summary>
    public DistributedApplicationException(string message) : base(message)
    {
    }

    /// <summary>An exception with its reason and its cause.</summary>
    public DistributedApplicationException(string message, Exception inner) : base(message, inner)
    {
    }
}
