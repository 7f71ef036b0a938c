using OnnxConvert.Ir;

namespace OnnxConvert.Converting.Stages;

/// <summary>What a source graph declares about shapes.</summary>
internal static class ShapesOf
{
    /// <summary>Forgets the sizes that operators are declared to give, which hold for other inputs than the graph will get; ranks are kept.</summary>
    internal static void Forget(Graph source)
    {
        foreach (Node node in source.Nodes)
        {
            foreach (Value output in node.Outputs)
            {
                if (output.Type is TensorType { Shape: { } old } type)
                    output.Type = type with { Shape = new Shape(old.Select(_ => Dimension.Unknown)) };
            }
        }
    }
}
