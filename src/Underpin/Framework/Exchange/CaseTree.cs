using System.Text.Json;

namespace Underpin.Framework.Exchange;

/// <summary>How the items of a package hang together: identifiers given once, associations with both ends, and no item above itself.</summary>
internal sealed class CaseTree
{
    readonly Dictionary<Guid, (Guid? Parent, int? Sequence)> _places = [];
    readonly Dictionary<Guid, List<Guid>> _parents = [];

    /// <summary>Under which item it stands, null at the top, and its place there.</summary>
    public (Guid? Parent, int? Sequence) PlaceOf(Guid item) => _places.GetValueOrDefault(item);

    public static Guid? EndOf(JsonElement association, string end) =>
        Guid.TryParseExact(association.GetProperty(end).GetProperty("identifier").GetString(), "D", out var id) ? id : null;

    public static CaseTree Read(Guid document, IReadOnlyList<JsonElement> items, IReadOnlyList<JsonElement> associations, CaseProblems problems)
    {
        var tree = new CaseTree();
        var inside = new Dictionary<Guid, string> { [document] = "CFDocument" };
        foreach (var (item, order) in items.Select((i, o) => (i, o))) Take(item, $"CFItems[{order}]");
        var nodes = inside.Keys.ToHashSet();
        foreach (var (association, order) in associations.Select((a, o) => (a, o)))
        {
            var where = $"CFAssociations[{order}]";
            Take(association, where);
            var isTree = association.GetProperty("associationType").GetString() == CaseAssociation.IsChildOf;
            var ends = new[] { "originNodeURI", "destinationNodeURI" }.Count(end => IsThere(association.GetProperty(end), EndOf(association, end), isTree, nodes, $"{where}.{end}", problems));
            if (isTree && ends == 2) tree.Add(document, association, where, problems);
        }

        tree.FindCircles(inside, problems);
        return tree;

        void Take(JsonElement of, string where)
        {
            var id = of.GetProperty("identifier").GetGuid();
            if (!inside.TryAdd(id, where)) problems.Add($"{where}.identifier", $"{id} is given to {inside[id]} too");
        }
    }

    // The tree is made of this package's own items. Any other association may lead outside, when its end says so: by its target type.
    static bool IsThere(JsonElement end, Guid? id, bool isTree, HashSet<Guid> nodes, string where, CaseProblems problems)
    {
        if (id is { } known && nodes.Contains(known)) return true;
        var name = end.GetProperty("identifier").GetString();
        if (isTree) problems.Add(where, $"{name} is not an item of this package; an item can only stand under, or be, one of its own");
        else if (!end.TryGetProperty("targetType", out _)) problems.Add(where, $"{name} is not an item of this package. If it is one of another framework, say so: \"targetType\": \"CASE\"");
        return false;
    }

    void Add(Guid document, JsonElement association, string where, CaseProblems problems)
    {
        var child = EndOf(association, "originNodeURI")!.Value;
        var parent = EndOf(association, "destinationNodeURI")!.Value;
        if (child == document)
        {
            problems.Add($"{where}.originNodeURI", "the framework itself cannot stand under one of its items");
            return;
        }

        int? sequence = association.TryGetProperty("sequenceNumber", out var number) ? number.GetInt32() : null;
        _places.TryAdd(child, (parent == document ? null : parent, sequence));
        if (parent == document) return;
        if (_parents.TryGetValue(child, out var others)) others.Add(parent);
        else _parents[child] = [parent];
    }

    // Walks upward without recursion, since a chain may be as long as the package.
    void FindCircles(Dictionary<Guid, string> names, CaseProblems problems)
    {
        var done = new HashSet<Guid>();
        var onPath = new HashSet<Guid>();
        var path = new Stack<(Guid Item, int Next)>();
        foreach (var start in _parents.Keys)
        {
            if (done.Contains(start)) continue;
            path.Push((start, 0));
            onPath.Add(start);
            while (path.TryPop(out var at))
            {
                var parents = _parents.GetValueOrDefault(at.Item);
                if (parents is null || at.Next == parents.Count)
                {
                    onPath.Remove(at.Item);
                    done.Add(at.Item);
                    continue;
                }

                path.Push((at.Item, at.Next + 1));
                var parent = parents[at.Next];
                if (onPath.Contains(parent)) problems.Add(names[at.Item], $"stands under {names[parent]}, which stands under it in turn: a circle");
                else if (!done.Contains(parent))
                {
                    path.Push((parent, 0));
                    onPath.Add(parent);
                }
            }
        }
    }
}
