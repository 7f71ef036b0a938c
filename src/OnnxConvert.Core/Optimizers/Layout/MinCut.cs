namespace OnnxConvert.Optimizers.Layout;

/// <summary>
/// The cheapest cut between a source and a sink, by Dinic's algorithm (E. A. Dinic, 1970): repeated level graphs and
/// blocking flows. Node 0 is the source, node 1 the sink.
/// </summary>
internal sealed class MinCut
{
    internal const int Source = 0;
    internal const int Sink = 1;
    internal const long Infinite = long.MaxValue / 4;

    private readonly List<List<int>> _edgesOf = [[], []];
    private readonly List<int> _targets = [];
    private readonly List<long> _capacities = [];

    internal int AddNode()
    {
        _edgesOf.Add([]);
        return _edgesOf.Count - 1;
    }

    /// <summary>Charges <paramref name="capacity"/> when <paramref name="from"/> ends on the source's side and <paramref name="to"/> on the sink's.</summary>
    internal void AddEdge(int from, int to, long capacity)
    {
        AddHalf(from, to, capacity);
        AddHalf(to, from, 0);
    }

    /// <summary>For each node, whether it lies on the source's side of a cheapest cut.</summary>
    internal bool[] Solve()
    {
        int[]? levels;
        while ((levels = Levels())[Sink] >= 0)
        {
            var next = new int[_edgesOf.Count];
            while (Augment(levels, next))
            {
            }
        }

        return [.. levels.Select(level => level >= 0)];
    }

    private void AddHalf(int from, int to, long capacity)
    {
        _edgesOf[from].Add(_targets.Count);
        _targets.Add(to);
        _capacities.Add(capacity);
    }

    private int[] Levels()
    {
        var levels = new int[_edgesOf.Count];
        Array.Fill(levels, -1);
        levels[Source] = 0;
        var queue = new Queue<int>([Source]);
        while (queue.TryDequeue(out int node))
        {
            foreach (int edge in _edgesOf[node])
            {
                int target = _targets[edge];
                if (_capacities[edge] > 0 && levels[target] < 0)
                {
                    levels[target] = levels[node] + 1;
                    queue.Enqueue(target);
                }
            }
        }

        return levels;
    }

    /// <summary>Sends flow along one path of rising levels. The path is a list of our own, since it may be thousands of edges long.</summary>
    private bool Augment(int[] levels, int[] next)
    {
        var path = new List<int>();
        int node = Source;
        while (node != Sink)
        {
            int edge = NextEdge(node, levels, next);
            if (edge >= 0)
            {
                path.Add(edge);
                node = _targets[edge];
                continue;
            }

            if (path.Count == 0)
                return false;
            int back = path[^1];
            path.RemoveAt(path.Count - 1);
            node = _targets[back ^ 1];
            next[node]++;
        }

        long flow = path.Min(edge => _capacities[edge]);
        foreach (int edge in path)
        {
            _capacities[edge] -= flow;
            _capacities[edge ^ 1] += flow;
        }

        return true;
    }

    private int NextEdge(int node, int[] levels, int[] next)
    {
        for (; next[node] < _edgesOf[node].Count; next[node]++)
        {
            int edge = _edgesOf[node][next[node]];
            if (_capacities[edge] > 0 && levels[_targets[edge]] == levels[node] + 1)
                return edge;
        }

        return -1;
    }
}
