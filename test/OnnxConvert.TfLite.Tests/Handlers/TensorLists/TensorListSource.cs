using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Operators on lists in source graphs, TensorFlow's where the name begins with Flex.</summary>
internal static class TensorListSource
{
    private static readonly OpaqueType List = new(TfLiteOps.Domain, "variant");

    extension(Graph graph)
    {
        /// <summary>An operator that gives a list.</summary>
        public Value ListOp(string opType, params Value[] inputs) => graph.Custom(opType, inputs).AddOutput($"{graph.Name}/list{graph.NodeCount}", List);

        /// <summary>An operator that gives a tensor.</summary>
        public Value ItemOp(string opType, ElementType type, Shape? shape, params Value[] inputs) =>
            graph.Custom(opType, inputs).AddOutput($"{graph.Name}/{opType}{graph.NodeCount}", new TensorType(type, shape));

        /// <summary>A new list of TensorFlow's for numbers; -1 for an open size.</summary>
        public Value Reserve(Value count, params int[] itemSizes) => graph.ListOp("FlexTensorListReserve", graph.Ints(itemSizes), count);

        /// <summary>A list that comes in.</summary>
        public Value ListInput(string name) => graph.AddInput(name, List);

        public Value Ints(params int[] values) => graph.AddInitializer($"ints{graph.Initializers.Count}", TensorData.Vector<int>(values));

        /// <summary>A loop over values that come in under the names of its body's inputs; gives what it gives for them.</summary>
        public IReadOnlyList<Value> While(Graph condition, Graph body, params Value[] inputs)
        {
            Node node = graph.Node(TfLiteOps.While, inputs, ("cond_subgraph_index", 1), ("body_subgraph_index", 2));
            return [.. body.Outputs.Select((output, i) => node.AddOutput($"while{i}", body.Inputs[i].Type is TensorType type ? type with { Shape = null } : output.Type))];
        }

        private Node Custom(string opType, Value[] inputs)
        {
            Node node = graph.AddNode(opType, inputs, TfLiteOps.CustomDomain);
            node.Name = $"{graph.Name}/{opType}{graph.NodeCount}";
            if (opType is "FlexTensorListReserve" or "FlexEmptyTensorList")
                node.Attributes.Set(new NodeAttribute("element_dtype", (long)ElementType.Float));
            if (opType == "TensorListReserve")
                node.Attributes.Set(new NodeAttribute("custom_options", (ReadOnlyMemory<byte>)new byte[] { 0 }));
            return node;
        }
    }
}
