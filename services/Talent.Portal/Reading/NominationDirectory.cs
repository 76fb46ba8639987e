using Talent.Succession.V1;

namespace Talent.Portal.Reading;

/// <summary>Reads the nominations for a post, page after page.</summary>
public sealed class NominationDirectory(NominationService.NominationServiceClient nominations)
{
    private const int MostAtOnce = 1000;

    /// <summary>The nominations for a post, by rank.</summary>
    public async Task<IReadOnlyList<Nomination>> OfPostAsync(string postId, CancellationToken cancellation)
    {
        var all = new List<Nomination>();
        var request = new ListNominationsRequest { PostId = postId, PageSize = MostAtOnce };
        do
        {
            var page = await nominations.ListNominationsAsync(request, cancellationToken: cancellation);
            all.AddRange(page.Nominations);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }
}
