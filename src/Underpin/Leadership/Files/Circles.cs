namespace Underpin.Leadership.Files;

/// <summary>Finds circles in a directed graph.</summary>
internal static class Circles
{
    /// <summary>
    /// One circle for each part of the graph whose nodes can all reach each other (Tarjan's strongly connected components, 1972, without
    /// recursion). O(nodes + edges).
    /// </summary>
    /// <param name="next">For each node the nodes that it points to; a node must not point to itself.</param>
    /// <returns>Circles in order of their smallest node, each beginning there, each node once.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Find(IReadOnlyList<int[]> next)
    {
        var circles = new List<IReadOnlyList<int>>();
        foreach (var part in Parts(next).Where(part => part.Count > 1))
            circles.Add(CircleIn(part, next));
        return [.. circles.OrderBy(circle => circle[0])];
    }

    private static IEnumerable<List<int>> Parts(IReadOnlyList<int[]> next)
    {
        var (found, low, onStack) = (new int[next.Count], new int[next.Count], new bool[next.Count]);
        var (stack, walk, clock) = (new Stack<int>(), new Stack<(int Node, int Edge)>(), 0);
        for (var root = 0; root < next.Count; root++)
        {
            if (found[root] != 0)
                continue;
            Enter(root);
            while (walk.TryPop(out var step))
            {
                var (node, edge) = step;
                if (edge > 0)
                    low[node] = Math.Min(low[node], low[next[node][edge - 1]]);
                var entered = false;
                for (; edge < next[node].Length && !entered; edge++)
                {
                    var to = next[node][edge];
                    if (found[to] == 0)
                    {
                        walk.Push((node, edge + 1));
                        Enter(to);
                        entered = true;
                    }
                    else if (onStack[to])
                        low[node] = Math.Min(low[node], found[to]);
                }
                if (entered || low[node] != found[node])
                    continue;
                var part = new List<int>();
                int member;
                do
                {
                    member = stack.Pop();
                    onStack[member] = false;
                    // Nothing that is still to be walked may lower its number through a finished part.
                    low[member] = int.MaxValue;
                    part.Add(member);
                }
                while (member != node);
                yield return part;
            }
        }

        void Enter(int node)
        {
            found[node] = low[node] = ++clock;
            onStack[node] = true;
            stack.Push(node);
            walk.Push((node, 0));
        }
    }

    // Walks inside the part until a node comes again: what lies between is a circle.
    private static List<int> CircleIn(List<int> part, IReadOnlyList<int[]> next)
    {
        var inside = part.ToHashSet();
        var (place, path, node) = (new Dictionary<int, int>(), new List<int>(), part.Min());
        while (place.TryAdd(node, path.Count))
        {
            path.Add(node);
            node = next[node].Where(inside.Contains).Min();
        }
        var circle = path[place[node]..];
        var first = circle.IndexOf(circle.Min());
        return [.. circle[first..], .. circle[..first]];
    }
}
