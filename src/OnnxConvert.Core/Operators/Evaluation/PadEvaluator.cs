using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Pad with a constant; negative amounts cut off. Amounts and value are attributes up to opset 10.</summary>
internal static class PadEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context)
    {
        TensorData data = context[0];
        if (context.Attributes.String("mode", "constant") != "constant" || context.Ints(1, "pads") is not { } pads)
            return null;
        TensorData fill = context.Optional(2) is { } value
            ? value.Reshape()
            : Numbers.Scalar(context.Attributes.Float("value"), data.ElementType);
        long[] axes = context.Ints(3, "axes") ?? [.. Enumerable.Range(0, data.Rank).Select(axis => (long)axis)];

        long[] dims = [.. data.Dims];
        var begins = new long[data.Rank];
        for (int i = 0; i < axes.Length; i++)
        {
            int axis = Indexing.Axis(axes[i], data.Rank);
            begins[axis] = pads[i];
            dims[axis] += pads[i] + pads[axes.Length + i];
            ArgumentOutOfRangeException.ThrowIfNegative(dims[axis]);
        }

        return Picking.Pick([data, fill], dims, Positions(data, dims, begins));
    }

    private static int[] Positions(TensorData data, long[] dims, long[] begins)
    {
        long[] strides = Indexing.Strides(data.Dims.AsSpan());
        long[] counting = Indexing.Strides(dims);
        var positions = new int[checked((int)Indexing.Count(dims))];
        for (int i = 0; i < positions.Length; i++)
        {
            long position = 0;
            for (int axis = 0; axis < dims.Length && position < data.ElementCount; axis++)
            {
                long index = (i / counting[axis] % dims[axis]) - begins[axis];
                position = index >= 0 && index < data.Dims[axis] ? position + (index * strides[axis]) : data.ElementCount;
            }

            positions[i] = (int)position;
        }

        return positions;
    }
}
