using Grpc.Core;
using Talent.Portal.Access;
using Talent.Portal.Reading;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages;

/// <summary>A group on the home page.</summary>
/// <param name="Group">The group.</param>
/// <param name="Named">Its board.</param>
public sealed record HomeGroup(Group Group, NamedBoard Named);

/// <summary>The home page: the paper-versus-real sentence of each group the caller leads, or what else the caller is here for.</summary>
[OpenToSignedIn]
public sealed class IndexModel(GroupDirectory groups, BoardReading boards) : PortalPage
{
    /// <summary>The groups that the caller leads, with their boards.</summary>
    public IReadOnlyList<HomeGroup> Groups { get; private set; } = [];

    /// <summary>Whether the caller may see boards.</summary>
    public bool SeesBoards => Caller.Holds(Permission.ReadBoards);

    /// <summary>Reads the boards of the caller's groups.</summary>
    public async Task OnGetAsync()
    {
        Describe("Who could lead tomorrow");
        var read = new List<HomeGroup>();
        foreach (var id in GroupDirectory.Led(Caller))
        {
            if (await ReadAsync(id) is { } group)
                read.Add(group);
        }
        Groups = read;
    }

    // An account may be given a group before anybody has recorded it.
    private async Task<HomeGroup?> ReadAsync(string groupId)
    {
        try
        {
            return new HomeGroup(await groups.FindAsync(groupId, Aborted), await boards.ReadAsync(groupId, Aborted));
        }
        catch (RpcException missing) when (missing.StatusCode == Grpc.Core.StatusCode.NotFound)
        {
            return null;
        }
    }
}
