using System.ComponentModel;

namespace Talent.Grpc.Tests.Peers;

/// <summary>npm <c>@grpc/grpc-js</c>.</summary>
public sealed class NodePeer : Peer
{
    static readonly SemaphoreSlim Installing = new(1);

    /// <summary>It reads compressed requests and compresses none of its replies.</summary>
    public override string ReplyEncoding => "identity";

    protected override string Command => "node";

    protected override string Extension => "js";

    /// <summary>Installs the packages of package-lock.json where tests/run has not done so.</summary>
    protected override async Task Prepare()
    {
        await Installing.WaitAsync();
        try
        {
            if (File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
                return;
            await using var npm = PeerProcess.Start("npm", Folder, "install", "--no-audit", "--no-fund", "--loglevel=error");
            if (await npm.Wait(InstallLimit) != 0)
                throw new InvalidOperationException($"npm install failed in {Folder}: {npm.Errors}");
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("Node is missing: install Node 20 or later, with npm, from https://nodejs.org.", missing);
        }
        finally
        {
            Installing.Release();
        }
    }
}
