using Talent.Roles.V1;

namespace Talent.Portal.Reading;

/// <summary>Titles of posts, for one page.</summary>
/// <param name="titles">Titles by post id.</param>
public sealed class PostTitles(IReadOnlyDictionary<string, string> titles)
{
    /// <summary>The title, or words that say that it is not shown.</summary>
    public string Of(string postId) => titles.TryGetValue(postId, out var title) ? title : "A post outside what you may see";

    /// <summary>Whether the caller may see the post.</summary>
    public bool Knows(string postId) => titles.ContainsKey(postId);
}

/// <summary>Reads the posts of a group or organisation, page after page.</summary>
public sealed class PostDirectory(PostService.PostServiceClient posts)
{
    private const int MostAtOnce = 1000;

    /// <summary>All posts of a group that the caller may see, by title.</summary>
    public Task<IReadOnlyList<Post>> OfGroupAsync(string groupId, CancellationToken cancellation) =>
        AllAsync(new ListPostsRequest { GroupId = groupId }, cancellation);

    /// <summary>All posts that serve an organisation and that the caller may see, by title.</summary>
    public Task<IReadOnlyList<Post>> OfOrganisationAsync(string code, CancellationToken cancellation) =>
        AllAsync(new ListPostsRequest { OrganisationCode = code }, cancellation);

    /// <summary>The titles of a group's posts.</summary>
    public async Task<PostTitles> TitlesAsync(string groupId, CancellationToken cancellation)
    {
        var found = await OfGroupAsync(groupId, cancellation);
        return new PostTitles(found.ToDictionary(post => post.Id, post => post.Title));
    }

    private async Task<IReadOnlyList<Post>> AllAsync(ListPostsRequest request, CancellationToken cancellation)
    {
        var all = new List<Post>();
        request.PageSize = MostAtOnce;
        do
        {
            var page = await posts.ListPostsAsync(request, cancellationToken: cancellation);
            all.AddRange(page.Posts);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }
}
