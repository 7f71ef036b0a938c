using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// Gather by the indices of a Range that nobody else reads → Slice. The Range goes up, by a constant step from a constant start, to
/// a constant or a size of a tensor. (GatherToSliceFusion)
/// </summary>
/// <remarks>ONNX Runtime fuses other ranges as well; where they reach below 0, Slice counts from the end.</remarks>
internal sealed class RangeGatherPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Gather") || node.Producer(1, "Range") is not { } range || Neighbours.OnlyReader(range) is null || !GoesUp(range))
            return false;
        ElementType type = range.Outputs[0].ElementType;
        Value axis = graph.AddInitializer("axes", type == ElementType.Int32 ? TensorData.Vector((int)node.Attributes.Int("axis")) : TensorData.Vector(node.Attributes.Int("axis")));
        Value[] bounds = [.. range.Inputs.Select(input => Vector(node, input!, context.Opset))];
        Fusion.Replace(node.Outputs[0], "Slice", "", [node.Inputs[0], bounds[0], bounds[1], axis, bounds[2]], node, range);
        return true;
    }

    private static bool GoesUp(Node range) =>
        Constant(range.Inputs[0]!) >= 0 && Constant(range.Inputs[2]!) > 0 && (Constant(range.Inputs[1]!) >= 0 || range.Producer(1, "Gather")?.Producer(0, "Shape") is not null);

    private static long? Constant(Value value) =>
        value.Constant is { ElementType: ElementType.Int32 or ElementType.Int64, ElementCount: 1 } data ? Numbers.ToInt64(data)[0] : null;

    private static Value Vector(Node before, Value scalar, int opset)
    {
        Graph graph = before.Graph!;
        Node unsqueeze = opset >= 13
            ? graph.InsertBefore(before, "Unsqueeze", [scalar, graph.AddInitializer("axes", TensorData.Vector(0L))])
            : graph.InsertBefore(before, "Unsqueeze", [scalar]);
        if (opset < 13)
            unsqueeze.Attributes.Set(new NodeAttribute("axes", [0]));
        return unsqueeze.AddOutput($"{scalar.Name}_vector", new TensorType(scalar.ElementType, Shape.Of(1)));
    }
}
