using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;
using Underpin.Platform;
using Underpin.Platform.Values;

namespace Underpin.Leadership.Editing;

/// <summary>Somebody in a post for a time, as it was typed.</summary>
/// <param name="Who">A name or a code of somebody in the structure; any other name is somebody new.</param>
internal sealed record TypedHolder(string Who, Period Period);

/// <summary>Writes a post and who holds it: a new one, or what there was of it anew.</summary>
/// <param name="Code">Null for a new post.</param>
/// <param name="Post">What the post becomes; its code is not used.</param>
/// <param name="Holders">All of them, in place of those there were.</param>
internal sealed record SavePost(string? Code, Post Post, IReadOnlyList<TypedHolder> Holders) : StructureEdit
{
    public override object? Touches(SchoolStructure structure) => Code is null ? null : new
    {
        Post = structure.Posts.FirstOrDefault(p => p.Code == Code),
        Holders = structure.Holdings.Where(h => h.Post == Code),
    };

    public override Outcome<SchoolStructure> Apply(SchoolStructure structure, LeadershipContent content)
    {
        var at = structure.Posts.ToList().FindIndex(p => p.Code == Code);
        if (Code is not null && at < 0) return new EditRefused("This post is not there any more. Somebody may have taken it out: load the page again.");
        if (EditTexts.Title(Post.Title, "the post’s title", nameof(Post.Title)) is { } untitled) return untitled;
        var post = Post with { Code = Code ?? EditTexts.FreeCode(structure, Post.Title) };
        if (Refuse(structure, post) is { } refusal) return refusal;
        var people = structure.People.ToList();
        var names = new HolderNames(structure);
        var holdings = structure.Holdings.Where(h => h.Post != post.Code).ToList();
        var order = structure.Holdings.ToList().FindIndex(h => h.Post == post.Code);
        var held = new List<Holding>();
        foreach (var holder in Holders)
        {
            var person = names.Find(holder.Who) is { } known && people.Exists(p => p.Code == known) ? known : people.Find(p => p.Name.Equals(holder.Who, StringComparison.OrdinalIgnoreCase))?.Code;
            if (person is null)
            {
                if (!PersonName.TryParse(holder.Who, out var name, out var problem)) return new EditRefused($"{problem}.", "Holders");
                person = EditTexts.FreeCode(structure with { People = people }, name.ToString());
                if (person == post.Code) person = EditTexts.FreeCode(structure with { People = people, Posts = [.. structure.Posts, post] }, name.ToString());
                people.Add(new(person, name.ToString(), [], []));
            }

            if (held.Exists(h => h.Person == person && h.Period.Overlaps(holder.Period))) return new EditRefused($"{holder.Who} holds this post twice at one time. Keep one of the two lines.", "Holders");
            held.Add(new(post.Code, person, holder.Period));
        }

        holdings.InsertRange(order < 0 ? holdings.Count : Math.Min(order, holdings.Count), held);
        IReadOnlyList<Post> posts = at < 0 ? [.. structure.Posts, post] : [.. structure.Posts.Select(p => p.Code == post.Code ? post : p)];
        return structure with { People = people, Posts = posts, Holdings = holdings };
    }

    static Refusal? Refuse(SchoolStructure structure, Post post)
    {
        if (post.Fte is <= 0 or > 1) return new EditRefused("Give the share of full time as more than 0 and at most 1, such as 0.6.", nameof(Post.Fte));
        if (post.Schools.Except(structure.Schools.Select(s => s.Code)).Any()) return new EditRefused("Choose schools from the list.", nameof(Post.Schools));
        if (post.PayPoint is { } point && !structure.PayPoints.ContainsKey(point)) return new EditRefused($"There is no pay point {point}. Add it under Settings, or give a salary.", nameof(Post.PayPoint));
        if (post is { PayPoint: not null, Salary: not null }) return new EditRefused("Give a salary or a pay point, not both.", nameof(Post.PayPoint));
        if (post.IsHead && structure.Posts.FirstOrDefault(p => p.IsHead && p.Code != post.Code && (p.Schools.Count == 0 ? post.Schools.Count == 0 : p.Schools.Intersect(post.Schools).Any())) is { } head)
            return new EditRefused($"{head.Title} is the head there already. Two people who share a headship hold one post together: add both names below it.", nameof(Post.IsHead));
        foreach (var line in post.ReportsTo)
        {
            if (structure.Posts.All(p => p.Code != line.Manager)) return new EditRefused("Choose a manager from the list of posts.", "Manager");
            if (line.Manager == post.Code || IsBelow(structure, line.Manager, post.Code)) return new EditRefused($"{structure.Posts.First(p => p.Code == line.Manager).Title} answers to this post, so this post cannot answer to it. Choose another manager.", "Manager");
        }

        return post.ReportsTo is [var one, var other] && (one.Manager == other.Manager || one.Side == other.Side || one.Side == Side.Both || other.Side == Side.Both)
            ? new EditRefused("With two managers, give each a side of its own: one for the curriculum, one for the business.", "OtherSide")
            : null;
    }

    /// <summary>Whether a post answers to another, directly or over others.</summary>
    static bool IsBelow(SchoolStructure structure, string post, string above)
    {
        var managers = structure.Posts.ToDictionary(p => p.Code, p => p.ReportsTo, StringComparer.Ordinal);
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>([post]));
        while (open.TryPop(out var next))
        {
            if (next == above) return true;
            if (!seen.Add(next) || !managers.TryGetValue(next, out var lines)) continue;
            foreach (var line in lines) open.Push(line.Manager);
        }

        return false;
    }

    public override string Words(SchoolStructure before) => Code is null ? $"added the post {Post.Title}" : $"changed the post {before.Posts.First(p => p.Code == Code).Title}";
}

/// <summary>Takes a post out. Posts that answered to it answer to whom it answered to; duties that it held are without a holder.</summary>
internal sealed record RemovePost(string Code) : StructureEdit
{
    public override object? Touches(SchoolStructure structure) => new
    {
        Post = structure.Posts.FirstOrDefault(p => p.Code == Code),
        Holders = structure.Holdings.Where(h => h.Post == Code),
        Duties = structure.Assignments.Where(a => a.Holder == Code),
    };

    public override Outcome<SchoolStructure> Apply(SchoolStructure structure, LeadershipContent content)
    {
        if (structure.Posts.FirstOrDefault(p => p.Code == Code) is not { } gone) return new EditRefused("This post is not there any more. Somebody may have taken it out: load the page again.");
        return structure with
        {
            Posts = [.. structure.Posts.Where(p => p.Code != Code).Select(p => p with { ReportsTo = [.. p.ReportsTo.SelectMany(line => line.Manager != Code ? [line] : gone.ReportsTo.Take(1).Select(up => up with { Side = line.Side })).DistinctBy(line => line.Manager)] })],
            Holdings = [.. structure.Holdings.Where(h => h.Post != Code)],
            Meetings = [.. structure.Meetings.Select(m => m with { Members = [.. m.Members.Where(member => member != Code)] })],
            Assignments = [.. structure.Assignments.Where(a => a.Holder != Code)],
        };
    }

    public override string Words(SchoolStructure before) => $"took out the post {before.Posts.FirstOrDefault(p => p.Code == Code)?.Title}";
}
