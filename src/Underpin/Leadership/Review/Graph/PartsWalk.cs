namespace Underpin.Leadership.Review.Graph;

/// <summary>
/// Finds parts and joiners in one walk (Hopcroft and Tarjan's articulation points, 1973, without recursion) over the graph whose nodes are
/// people and shared things. A person joins pieces exactly when two or more of what remains around that person have people in them.
/// O(people + things + entries).
/// </summary>
internal sealed class PartsWalk(int[][] thingsOf, int[][] peopleIn)
{
    private readonly int _people = thingsOf.Length;
    private readonly int[] _found = new int[thingsOf.Length + peopleIn.Length];
    private readonly int[] _low = new int[thingsOf.Length + peopleIn.Length];
    private readonly int[] _parent = new int[thingsOf.Length + peopleIn.Length];

    // How many people the walk found from a node on.
    private readonly int[] _below = new int[thingsOf.Length + peopleIn.Length];

    public (IReadOnlyList<int> PartOf, IReadOnlyList<Joiner> Joiners) Run()
    {
        var (partOf, parts, clock) = (new int[_people], 0, 0);
        var cutOff = new Dictionary<int, List<int>>();
        var joiners = new List<Joiner>();
        var walk = new Stack<(int Node, int Edge)>();
        for (var root = 0; root < _people; root++)
        {
            if (_found[root] != 0)
                continue;
            var members = new List<int>();
            Enter(root, -1);
            while (walk.TryPop(out var step))
            {
                var (node, edge) = step;
                var next = node < _people ? thingsOf[node] : peopleIn[node - _people];
                var entered = false;
                for (; edge < next.Length && !entered; edge++)
                {
                    var to = node < _people ? next[edge] + _people : next[edge];
                    if (to == _parent[node])
                        continue;
                    if (_found[to] != 0)
                    {
                        _low[node] = Math.Min(_low[node], _found[to]);
                        continue;
                    }
                    walk.Push((node, edge + 1));
                    Enter(to, node);
                    entered = true;
                }
                if (!entered)
                    Leave(node);
            }
            foreach (var person in members)
                if (cutOff.TryGetValue(person, out var pieces))
                {
                    var rest = members.Count - 1 - pieces.Sum();
                    if (rest > 0)
                        pieces.Add(rest);
                    if (pieces.Count > 1)
                        joiners.Add(new(person, [.. pieces.OrderDescending()]));
                }
            parts++;

            void Enter(int node, int parent)
            {
                _found[node] = _low[node] = ++clock;
                _parent[node] = parent;
                walk.Push((node, 0));
                if (node >= _people)
                    return;
                _below[node] = 1;
                partOf[node] = parts;
                members.Add(node);
            }
        }
        return (partOf, [.. joiners.OrderBy(joiner => joiner.Person)]);

        void Leave(int node)
        {
            var parent = _parent[node];
            if (parent < 0)
                return;
            _low[parent] = Math.Min(_low[parent], _low[node]);
            _below[parent] += _below[node];
            // From here on nothing reaches above the parent: without it, these people are cut off.
            if (parent < _people && _low[node] >= _found[parent] && _below[node] > 0)
            {
                if (!cutOff.TryGetValue(parent, out var pieces))
                    cutOff[parent] = pieces = [];
                pieces.Add(_below[node]);
            }
        }
    }
}
