using System.ComponentModel;

namespace Talent.Grpc.Tests.Peers;

/// <summary>Debian's python3-grpcio, which is the C core.</summary>
public sealed class PythonPeer : Peer
{
    const string Missing = "python3-grpcio is missing: apt-get install python3-grpcio python3-protobuf.";

    public override string ReplyEncoding => "gzip";

    protected override string Command => "/usr/bin/python3";

    protected override string Extension => "py";

    protected override async Task Prepare()
    {
        try
        {
            await using var check = PeerProcess.Start(Command, Folder, "-c", "import grpc, google.protobuf");
            if (await check.Wait(InstallLimit) != 0)
                throw new InvalidOperationException(Missing);
        }
        catch (Win32Exception absent)
        {
            throw new InvalidOperationException(Missing, absent);
        }
    }
}
