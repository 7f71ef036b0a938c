using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Shape and Size, of constants and of everything whose sizes are known.</summary>
internal static class SizeEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context)
    {
        Shape? shape = context.Optional(0) is { } data ? Shape.Of(data.Dims.AsSpan()) : context.Node.Input(0)?.Shape;
        if (shape is null)
            return null;
        if (context.Node.OpType == "Size")
            return shape.ElementCount is { } count ? TensorData.Scalar(count) : null;
        (int start, int end) = ShapeRange.Of(context.Node, shape.Rank);
        var sizes = new long[end - start];
        for (int i = 0; i < sizes.Length; i++)
        {
            if (shape[start + i].Size is not { } size)
                return null;
            sizes[i] = size;
        }

        return TensorData.Vector<long>(sizes);
    }
}
