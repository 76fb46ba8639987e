namespace Grpc.Core;

/// <summary>How a channel is secured.</summary>
public abstract class ChannelCredentials
{
    private protected ChannelCredentials()
    {
    }

    /// <summary>Cleartext, for addresses that begin with <c>http</c>.</summary>
    public static ChannelCredentials Insecure { get; } = new InsecureCredentials();

    /// <summary>TLS with the machine's trusted certificates, for addresses that begin with <c>https</c>.</summary>
    public static ChannelCredentials SecureSsl { get; } = new SslCredentials();

    internal abstract bool IsSecure { get; }

    sealed class InsecureCredentials : ChannelCredentials
    {
        internal override bool IsSecure => false;
    }
}

/// <summary>TLS with the machine's trusted certificates.</summary>
public sealed class SslCredentials : ChannelCredentials
{
    internal override bool IsSecure => true;
}
