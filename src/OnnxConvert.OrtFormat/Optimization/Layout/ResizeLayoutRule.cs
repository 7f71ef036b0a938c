using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;
using OnnxConvert.Optimizers.Layout;

namespace OnnxConvert.OrtFormat.Optimization.Layout;

/// <summary>Resize of four dimensions by constant scales or sizes, between channels first and last, of which ONNX Runtime's kernels know both.</summary>
internal sealed class ResizeLayoutRule : LayoutRule
{
    public override bool Applies(Node node, int opset) =>
        HasOneRank(node) && node.Outputs[0].Shape!.Rank == 4 && !node.Attributes.Contains("axes") && node.Inputs.Skip(1).All(input => input is null or { IsConstant: true });

    public override Permutation? FromInput(Node node, Permutation input) => Known(input);

    public override Permutation? FromOutput(Node node, Permutation output) => Known(output);

    public override void Apply(Node node, Permutation permutation, int opset)
    {
        for (int i = 1; i < node.Inputs.Count; i++)
        {
            if (node.Inputs[i]?.Constant is { Rank: 1 } data && data.ElementCount % permutation.Rank == 0 && data.ElementCount > 0)
                node.SetInput(i, node.Graph!.AddInitializer(node.Inputs[i]!.Name, Permute(data, permutation)));
        }
    }

    private static Permutation? Known(Permutation permutation) => ChannelsLast.IsOf(permutation) || ChannelsLast.IsOf(permutation.Inverse) ? permutation : null;

    /// <summary>A number for each dimension; regions hold two runs of them.</summary>
    private static TensorData Permute(TensorData data, Permutation permutation)
    {
        int rank = permutation.Rank;
        int size = (int)(data.ByteLength / data.ElementCount);
        ReadOnlySpan<byte> source = data.Bytes.Span;
        var permuted = new byte[source.Length];
        for (int i = 0; i < data.ElementCount; i++)
        {
            int from = (i / rank * rank) + permutation[i % rank];
            source.Slice(from * size, size).CopyTo(permuted.AsSpan(i * size));
        }

        return TensorData.FromBytes(data.ElementType, data.Dims.AsSpan(), permuted);
    }
}
