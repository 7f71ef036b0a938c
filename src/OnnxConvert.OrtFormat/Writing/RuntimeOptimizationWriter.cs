using Google.FlatBuffers;
using OnnxConvert.Ir;
using Fbs = OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Writing;

internal static class RuntimeOptimizationWriter
{
    /// <summary>Writes the records of a graph, but those of nodes that it no longer has.</summary>
    /// <returns>The table; none if there are no records.</returns>
    public static Offset<Fbs.RuntimeOptimizations> Write(FlatWriter writer, IEnumerable<RuntimeOptimization> optimizations, OrderedDictionary<Node, int> nodes)
    {
        var byOptimizer = optimizations
            .Where(o => o.Nodes.All(n => n is null || nodes.ContainsKey(n)))
            .GroupBy(o => o.Optimizer, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToArray();
        if (byOptimizer.Length == 0)
            return default;
        FlatBufferBuilder builder = writer.Builder;
        var entries = new Offset<Fbs.RuntimeOptimizationRecordContainerEntry>[byOptimizer.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            VectorOffset records = Fbs.RuntimeOptimizationRecordContainerEntry.CreateRuntimeOptimizationRecordsVector(builder, [.. byOptimizer[i].Select(o => Write(writer, o, nodes))]);
            entries[i] = Fbs.RuntimeOptimizationRecordContainerEntry.CreateRuntimeOptimizationRecordContainerEntry(builder, writer.Name(byOptimizer[i].Key), records);
        }

        return Fbs.RuntimeOptimizations.CreateRuntimeOptimizations(builder, Fbs.RuntimeOptimizations.CreateRecordsVector(builder, entries));
    }

    private static Offset<Fbs.RuntimeOptimizationRecord> Write(FlatWriter writer, RuntimeOptimization optimization, OrderedDictionary<Node, int> nodes)
    {
        FlatBufferBuilder builder = writer.Builder;
        uint[] indices = [.. optimization.Nodes.Select(n => n is null ? RuntimeOptimization.NoNode : (uint)nodes[n])];
        Offset<Fbs.NodesToOptimizeIndices> places = Fbs.NodesToOptimizeIndices.CreateNodesToOptimizeIndices(
            builder, Fbs.NodesToOptimizeIndices.CreateNodeIndicesVector(builder, indices), (uint)optimization.InputCount, (uint)optimization.OutputCount,
            optimization.VariadicInputCount is not null, optimization.VariadicOutputCount is not null,
            (uint)(optimization.VariadicInputCount ?? 0), (uint)(optimization.VariadicOutputCount ?? 0));
        VectorOffset produced = Fbs.RuntimeOptimizationRecord.CreateProducedOpIdsVector(builder, writer.Names(optimization.ProducedOperators));
        return Fbs.RuntimeOptimizationRecord.CreateRuntimeOptimizationRecord(builder, writer.Name(optimization.Action), places, produced);
    }
}
