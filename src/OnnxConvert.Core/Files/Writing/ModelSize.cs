using OnnxConvert.Ir;

namespace OnnxConvert.Files.Writing;

/// <summary>How many bytes of tensors a model file would hold, since protobuf cannot hold 2 GB or more in one message.</summary>
internal static class ModelSize
{
    // Names, nodes and types need room too; no graph comes near this.
    public const long LargestPayload = int.MaxValue - (64L << 20);

    /// <summary>The bytes of all tensors of fewer than <paramref name="threshold"/> bytes, and of those in attributes.</summary>
    public static long InlinePayload(Model model, long threshold)
    {
        long size = 0;
        foreach (Graph graph in model.Functions.Select(f => f.Body).Prepend(model.Graph).SelectMany(g => g.SelfAndSubgraphs()))
        {
            foreach (Value value in graph.Initializers)
            {
                if (value.Initializer is { } data && data.ByteLength < threshold)
                    size += data.ByteLength;
            }

            foreach (NodeAttribute attribute in graph.Nodes.SelectMany(n => n.Attributes))
            {
                if (attribute.Kind == AttributeKind.Tensor && attribute.ReferenceTo is null)
                    size += attribute.Tensor.ByteLength;
            }
        }

        return size;
    }
}
