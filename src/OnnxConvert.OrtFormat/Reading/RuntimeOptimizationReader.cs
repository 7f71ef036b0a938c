using System.Collections.Immutable;
using OnnxConvert.Ir;
using Fbs = OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Reading;

internal static class RuntimeOptimizationReader
{
    /// <summary>Reads the records of a graph.</summary>
    /// <param name="source">The table; null if the graph has none.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="nodes">Its nodes by their index in the file.</param>
    /// <param name="into">Takes the records.</param>
    public static void Read(Fbs.RuntimeOptimizations? source, Graph graph, Dictionary<uint, Node> nodes, List<RuntimeOptimization> into)
    {
        if (source is not { } optimizations)
            return;
        for (int i = 0; i < optimizations.RecordsLength; i++)
        {
            Fbs.RuntimeOptimizationRecordContainerEntry entry = optimizations.Records(i)!.Value;
            for (int k = 0; k < entry.RuntimeOptimizationRecordsLength; k++)
                into.Add(Read(entry.OptimizerName ?? "", entry.RuntimeOptimizationRecords(k)!.Value, graph, nodes));
        }
    }

    private static RuntimeOptimization Read(string optimizer, Fbs.RuntimeOptimizationRecord record, Graph graph, Dictionary<uint, Node> nodes)
    {
        var produced = ImmutableArray.CreateBuilder<string>(record.ProducedOpIdsLength);
        for (int i = 0; i < record.ProducedOpIdsLength; i++)
            produced.Add(record.ProducedOpIds(i) ?? "");
        if (record.NodesToOptimizeIndices is not { } indices)
            throw new InvalidModelException($"A runtime optimization of {optimizer} names no nodes.");
        return new RuntimeOptimization(graph, optimizer, record.ActionId ?? "", [.. (indices.GetNodeIndicesArray() ?? []).Select(n => Find(n, optimizer, nodes))])
        {
            InputCount = Count(indices.NumInputs, optimizer),
            OutputCount = Count(indices.NumOutputs, optimizer),
            VariadicInputCount = indices.HasVariadicInput ? Count(indices.NumVariadicInputs, optimizer) : null,
            VariadicOutputCount = indices.HasVariadicOutput ? Count(indices.NumVariadicOutputs, optimizer) : null,
            ProducedOperators = produced.MoveToImmutable(),
        };
    }

    private static Node? Find(uint index, string optimizer, Dictionary<uint, Node> nodes)
    {
        if (index == RuntimeOptimization.NoNode)
            return null;
        return nodes.TryGetValue(index, out Node? node) ? node : throw new InvalidModelException($"A runtime optimization of {optimizer} refers to node {index}, which the graph does not have.");
    }

    private static int Count(uint count, string optimizer) => count <= int.MaxValue
        ? (int)count
        : throw new InvalidModelException($"A runtime optimization of {optimizer} has {count} inputs or outputs.");
}
