using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>FAKE_QUANT of what lies on its grid already → its input.</summary>
/// <remarks>
/// Training puts one behind each layer, and those that only move elements make two of them neighbours. Conditions: both have the same range
/// and number of bits; between them, if anything, are operators that move or select elements. A single one is kept: it rounds halves up,
/// QuantizeLinear to the even number.
/// </remarks>
[Rewriter]
internal sealed class FakeQuantPairRewriter : IRewriter
{
    private static readonly string[] Movers =
    [
        TfLiteOps.Reshape, TfLiteOps.Squeeze, TfLiteOps.ExpandDims, TfLiteOps.Transpose, TfLiteOps.MaxPool2D, TfLiteOps.Slice, TfLiteOps.StridedSlice,
        TfLiteOps.SpaceToDepth, TfLiteOps.DepthToSpace, TfLiteOps.ReverseV2, TfLiteOps.Gather, TfLiteOps.GatherNd, TfLiteOps.Tile, TfLiteOps.BroadcastTo,
    ];

    private static readonly string[] Options = ["min", "max"];

    public bool Rewrite(Node node, RewriteContext context)
    {
        if (!node.IsBuiltin(TfLiteOps.FakeQuant) || node.Input(0) is not { } x)
            return false;
        Node? first = x.Producer;
        while (first is not null && Movers.Any(first.IsPlain))
            first = first.Input(0)?.Producer;
        if (first?.IsBuiltin(TfLiteOps.FakeQuant) != true)
            return false;
        bool isSame = Options.All(option => node.Attributes.Float(option) == first.Attributes.Float(option))
            && node.Attributes.Int("num_bits") == first.Attributes.Int("num_bits") && node.Attributes.Int("narrow_range") == first.Attributes.Int("narrow_range");
        if (!isSame)
            return context.Miss(node, "what is quantized before has another range or number of bits");
        Graph.ReplaceAllUses(node.Outputs[0], x);
        return true;
    }
}
