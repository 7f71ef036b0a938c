using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Layout.Blocked;

/// <summary>A graph on its way to blocks of channels. Nodes that are replaced stay until the end, so that it is known what still reads their results.</summary>
internal sealed class BlockedGraph(Graph graph, int blockSize, int opset)
{
    internal const string Domain = "com.microsoft.nchwc";

    private readonly OrderedDictionary<Value, BlockedValue> _values = [];
    private readonly Dictionary<Value, Value> _reordered = [];
    private readonly Dictionary<(Value, bool), Value> _filters = [];
    private readonly Dictionary<Value, Value> _biases = [];
    private readonly List<Node> _replaced = [];

    internal Graph Graph => graph;

    internal int BlockSize => blockSize;

    internal int Opset => opset;

    /// <summary>The blocks of a value; null if it has none.</summary>
    internal BlockedValue? Find(Value? value) => value is null ? null : _values.GetValueOrDefault(value);

    /// <summary>The number of channels with those that fill up the last block.</summary>
    internal long Align(long channels) => (channels + blockSize - 1) / blockSize * blockSize;

    /// <summary>The blocks of a value; a ReorderInput before a reader makes them where there are none.</summary>
    internal Value Blocks(Value value, Node reader)
    {
        if (Find(value) is { } known)
            return known.Blocks;
        if (_reordered.TryGetValue(value, out Value? blocks))
            return blocks;

        // A transpose from channels last, for this reader alone, goes along.
        Node? transpose = value.Producer is { } producer && ReferenceEquals(producer.Graph, graph) && IsTranspose(producer, 0, 3, 1, 2) && Neighbours.OnlyReader(producer) is not null ? producer : null;
        Node reorder = transpose is null ? Add(reader, "ReorderInput", Domain, value) : Add(reader, "ReorderInput", Domain, transpose.Inputs[0]);
        reorder.Attributes.Set(new NodeAttribute("channels_last", transpose is null ? 0L : 1L));
        if (transpose is not null)
            Drop(transpose);
        blocks = reorder.AddOutput($"{value.Name}_blocks", Blocked(value));
        _reordered.Add(value, blocks);
        return blocks;
    }

    /// <summary>The filter of a convolution in blocks.</summary>
    /// <param name="filter">A constant of four dimensions.</param>
    /// <param name="isInputBlocked">Whether input channels stand in blocks, too.</param>
    internal Value Filter(Value filter, bool isInputBlocked)
    {
        if (!_filters.TryGetValue((filter, isInputBlocked), out Value? blocks))
            _filters.Add((filter, isInputBlocked), blocks = graph.AddInitializer($"{filter.Name}_blocks", BlockedFilters.Reorder(filter.Constant!, blockSize, isInputBlocked)));
        return blocks;
    }

    /// <summary>A bias with zeros for the channels that fill up the last block.</summary>
    internal Value Bias(Value bias)
    {
        long channels = bias.Constant!.Dims[0];
        if (channels == Align(channels))
            return bias;
        if (!_biases.TryGetValue(bias, out Value? aligned))
            _biases.Add(bias, aligned = graph.AddInitializer($"{bias.Name}_aligned", TensorData.Vector<float>(Fill(bias.Constant!))));
        return aligned;
    }

    /// <summary>Numbers of the channels, and zeros up to a whole block.</summary>
    internal float[] Fill(TensorData numbers)
    {
        var filled = new float[Align(numbers.ElementCount)];
        numbers.AsSpan<float>().CopyTo(filled);
        return filled;
    }

    /// <summary>Adds a node, without outputs yet, before one that it replaces or serves.</summary>
    internal Node Add(Node position, string opType, string domain, params IEnumerable<Value?> inputs) => graph.InsertBefore(position, opType, inputs, domain);

    /// <summary>Says that a new node computes what another one did, as blocks.</summary>
    internal void Replace(Node replaced, Node blocked, long channels, BlockedSizes sizes)
    {
        blocked.Name = replaced.Name;
        blocked.AddOutput($"{replaced.Outputs[0].Name}_blocks", Blocked(replaced.Outputs[0]));
        Remember(replaced, blocked, channels, sizes);
    }

    /// <summary>Says that a convolution now computes what its reader did.</summary>
    internal void Merge(Node replaced, BlockedValue convolution) => Remember(replaced, convolution.Producer, convolution.Channels, convolution.Sizes);

    /// <summary>Says that nobody reads a node any more, once those that do are replaced.</summary>
    internal void Drop(Node node) => _replaced.Add(node);

    /// <summary>Lets a ReorderOutput compute what a transpose to channels last did.</summary>
    internal void ReplaceTranspose(Node transpose, BlockedValue input)
    {
        Node reorder = ReorderOutput(input, transpose, channelsLast: true);
        Value result = transpose.Outputs[0];
        string name = result.Name;
        Value output = reorder.AddOutput(name, result.Type);
        Graph.ReplaceAllUses(result, output);
        output.Name = name;
        _replaced.Add(transpose);
    }

    /// <summary>Puts a ReorderOutput where the original order is read, and removes what was replaced.</summary>
    /// <returns>Whether there is anything in blocks.</returns>
    internal bool Finish()
    {
        if (_replaced.Count == 0)
            return false;
        HashSet<Node> replaced = [.. _replaced];
        foreach (BlockedValue value in _values.Values)
        {
            Value original = value.Original;
            if (!original.IsGraphOutput && original.Uses.All(use => replaced.Contains(use.Node)))
                continue;
            string name = original.Name;
            Value output = ReorderOutput(value, value.Producer, channelsLast: false).AddOutput(name, original.Type);
            Graph.ReplaceAllUses(original, output);
            output.Name = name;
        }

        // Readers come after what they read.
        for (int i = _replaced.Count - 1; i >= 0; i--)
            Fusion.RemoveUnread(_replaced[i]);
        graph.Sort();
        return true;
    }

    internal static bool IsTranspose(Node node, params ReadOnlySpan<long> permutation) => node.Is("Transpose") && node.Attributes.Ints("perm").AsSpan().SequenceEqual(permutation);

    private void Remember(Node replaced, Node blocked, long channels, BlockedSizes sizes)
    {
        Value original = replaced.Outputs[0];
        _values.Add(original, new BlockedValue(original, blocked, original.Uses.Count + (original.IsGraphOutput ? 1 : 0), channels, sizes));
        _replaced.Add(replaced);
    }

    private Node ReorderOutput(BlockedValue value, Node position, bool channelsLast)
    {
        Node reorder = graph.InsertAfter(position, "ReorderOutput", [value.Blocks], Domain);
        reorder.Attributes.Set(new NodeAttribute("channels", value.Channels));
        reorder.Attributes.Set(new NodeAttribute("channels_last", channelsLast ? 1L : 0L));
        return reorder;
    }

    private TensorType Blocked(Value value) =>
        new(ElementType.Float, value.Shape is { Rank: 4 } shape && shape[1].Size is { } channels ? new Shape(shape[0], Align(channels), shape[2], shape[3]) : null);
}
