using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>A graph with a hash table of constant contents.</summary>
internal static class HashTableModel
{
    extension(SourceGraph graph)
    {
        /// <summary>What refers to a table by its number.</summary>
        public Value Table(long id = 7) =>
            graph.Add(TfLiteOps.HashTable, TfLiteOps.Domain, [], ElementType.Int32, [1], new NodeAttribute("table_id", id));

        public void Import(Value table, Value keys, Value values) => graph.AddNode(TfLiteOps.HashTableImport, TfLiteOps.Domain, [table, keys, values]);

        public Value Strings(params string[] values) => graph.Graph.AddInitializer(
            $"strings{graph.Graph.Initializers.Count}", TensorData.FromStrings([values.Length], [.. values.Select(value => (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(value))]));

        public Value Find(Value table, Value keys, Value otherwise, long count) =>
            graph.Add(TfLiteOps.HashTableFind, TfLiteOps.Domain, [table, keys, otherwise], otherwise.ElementType, [count]);

        public Value Size(Value table) => graph.Add(TfLiteOps.HashTableSize, TfLiteOps.Domain, [table], ElementType.Int64, [1]);
    }
}
