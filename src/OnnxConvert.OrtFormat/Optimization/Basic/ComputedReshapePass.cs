using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Arrangement;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>
/// Reshape to sizes that are put together from constants, sizes of its own input at the same place, and at most one other number →
/// Reshape to a constant, with 0 and -1 for the latter. Nobody else reads the sizes. (ReshapeFusion)
/// </summary>
internal sealed class ComputedReshapePass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Reshape") || node.Attributes.Int("allowzero") != 0 || node.Producer(1, "Concat") is not { } concat || Neighbours.OnlyReader(concat) is null)
            return false;
        var sizes = new List<long>();
        foreach (Value? part in concat.Inputs)
        {
            if (part?.Constant is { ElementType: ElementType.Int64 } data)
                sizes.AddRange(Numbers.ToInt64(data));
            else if (part?.Producer is { } producer && IsOwnSize(producer, node.Inputs[0]!, sizes.Count))
                sizes.Add(0);
            else if (part?.Shape?.ElementCount == 1)
                sizes.Add(-1);
            else
                return false;
        }

        if (sizes.Count(size => size == -1) > 1)
            return false;
        node.SetInput(1, graph.AddInitializer(concat.Outputs[0].Name, TensorData.Vector<long>([.. sizes])));
        return true;
    }

    /// <summary>Unsqueeze(Gather(Shape(x), index)), of what is reshaped or of a value of the same shape.</summary>
    private static bool IsOwnSize(Node unsqueeze, Value reshaped, int index)
    {
        if (!unsqueeze.Is("Unsqueeze") || unsqueeze.Producer(0, "Gather") is not { } gather || gather.Producer(0, "Shape") is not { } shape
            || gather.Inputs[1]?.Constant is not { ElementCount: 1 } position || Numbers.ToInt64(position)[0] != index)
        {
            return false;
        }

        Value source = shape.Inputs[0]!;
        if (source.Shape is { } sizes && ShapeRange.Of(shape.Attributes, sizes.Rank) != (0, sizes.Rank))
            return false;
        return ReferenceEquals(source, reshaped)
            ? !shape.Attributes.Contains("start") && !shape.Attributes.Contains("end")
            : source.Shape is { } known && known.Equals(reshaped.Shape) && known.All(dimension => !dimension.IsUnknown);
    }
}
