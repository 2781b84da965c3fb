namespace Underpin.Leadership.Rotation.Solving;

/// <summary>Variables by how much they took part in recent conflicts: a binary heap over whole numbers, so that every machine decides alike.</summary>
internal sealed class VariableOrder
{
    const ulong TooLarge = 1UL << 60;

    readonly List<ulong> _activity = [];
    readonly List<int> _place = [];
    readonly List<int> _heap = [];
    ulong _increment = 1UL << 10;

    public void Add(ulong activity)
    {
        _activity.Add(activity);
        _place.Add(-1);
        Insert(_activity.Count - 1);
    }

    /// <summary>Puts a variable back that became free.</summary>
    public void Insert(int variable)
    {
        if (_place[variable] >= 0) return;
        _place[variable] = _heap.Count;
        _heap.Add(variable);
        Up(_place[variable]);
    }

    /// <summary>Takes the most active variable out; -1 when there is none.</summary>
    public int Take()
    {
        if (_heap.Count == 0) return -1;
        var first = _heap[0];
        var last = _heap[^1];
        _heap.RemoveAt(_heap.Count - 1);
        _place[first] = -1;
        if (_heap.Count > 0)
        {
            _heap[0] = last;
            _place[last] = 0;
            Down(0);
        }

        return first;
    }

    public void Bump(int variable)
    {
        _activity[variable] += _increment;
        if (_activity[variable] > TooLarge) Rescale();
        if (_place[variable] >= 0) Up(_place[variable]);
    }

    /// <summary>Makes what comes weigh more than what was, by a sixteenth.</summary>
    public void Age()
    {
        _increment += _increment >> 4;
        if (_increment > TooLarge) Rescale();
    }

    void Rescale()
    {
        for (var i = 0; i < _activity.Count; i++) _activity[i] >>= 30;
        _increment = Math.Max(_increment >> 30, 1UL << 10);
        // Equal after the shift, different before: the heap is made anew.
        for (var i = _heap.Count / 2; i-- > 0;) Down(i);
    }

    bool Before(int one, int other) => _activity[one] > _activity[other] || (_activity[one] == _activity[other] && one < other);

    void Up(int place)
    {
        var variable = _heap[place];
        while (place > 0 && Before(variable, _heap[(place - 1) / 2]))
        {
            Put(_heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }

        Put(variable, place);
    }

    void Down(int place)
    {
        var variable = _heap[place];
        while (2 * place + 1 < _heap.Count)
        {
            var child = 2 * place + 1;
            if (child + 1 < _heap.Count && Before(_heap[child + 1], _heap[child])) child++;
            if (!Before(_heap[child], variable)) break;
            Put(_heap[child], place);
            place = child;
        }

        Put(variable, place);
    }

    void Put(int variable, int place)
    {
        _heap[place] = variable;
        _place[variable] = place;
    }
}
