using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Layout;

/// <summary>Slice along constant axes; where it starts and ends may be computed.</summary>
internal sealed class SliceLayoutRule : LayoutRule
{
    public static SliceLayoutRule Instance { get; } = new();

    public override bool Applies(Node node, int opset) => HasOneRank(node)
        && (opset < 10 || node.Input(3)?.Constant is not null || (node.Input(3) is null && node.Input(1)?.Shape?[0].Size is not null));

    public override void Apply(Node node, Permutation permutation, int opset)
    {
        if (opset < 10)
        {
            long[] old = node.Attributes.Contains("axes") ? [.. node.Attributes.Ints("axes")] : Leading(node.Attributes.Ints("starts").Length);
            node.Attributes.Set(new NodeAttribute("axes", [.. old.Select(axis => (long)permutation.NewAxis(axis))]));
            return;
        }

        long[] axes = node.Input(3)?.Constant is { } constant ? Numbers.ToInt64(constant) : Leading((int)node.Input(1)!.Shape![0].Size!.Value);
        Value permuted = Ints(node.Graph!, axes.Select(axis => (long)permutation.NewAxis(axis)));
        // Slice wants all its parameters in one integer type.
        if (node.Input(1)!.ElementType == ElementType.Int32)
            permuted = node.Graph!.AddInitializer("ints", TensorData.Vector<int>([.. axes.Select(permutation.NewAxis)]));
        while (node.Inputs.Count < 4)
            node.AddInput(null);
        node.SetInput(3, permuted);
    }

    private static long[] Leading(int count) => [.. Enumerable.Range(0, count).Select(axis => (long)axis)];
}
