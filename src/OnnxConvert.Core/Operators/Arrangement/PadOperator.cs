using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Arrangement;

/// <summary>Pad with a constant; negative amounts cut off. Amounts and value are attributes up to opset 10.</summary>
[Defines("Pad")]
internal sealed class PadOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override LayoutRule Layout => PadLayoutRule.Instance;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), Pad(c));

    internal override bool IsData(int input) => input is 0 or 2;

    private static Shape? Pad(InferenceCall c)
    {
        if (c.Shape(0) is not { } x)
            return null;
        long[]? axes = c.Has(3) ? c.Constant(3) : [.. Enumerable.Range(0, x.Rank).Select(i => (long)i)];
        long[]? pads = c.Has(1) ? c.Constant(1) : (c.Ints("pads") ?? c.Ints("paddings"))?.ToArray();
        if (axes is null || pads is null)
            return Dims.OfRank(x.Rank);
        if (pads.Length != 2 * axes.Length)
            c.Fail($"there are {pads.Length} pads for {axes.Length} axes");
        Dimension[] result = [.. x];
        for (int i = 0; i < axes.Length; i++)
        {
            int axis = c.Axis(axes[i], x.Rank);
            result[axis] = Dims.Add(result[axis], pads[i] + pads[i + axes.Length]);
        }

        return new Shape(result);
    }

    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        TensorData data = c[0];
        if (c.Attributes.String("mode", "constant") != "constant" || c.Ints(1, "pads") is not { } pads)
            return null;
        TensorData fill = c.Optional(2) is { } value
            ? value.Reshape()
            : Numbers.Scalar(c.Attributes.Float("value"), data.ElementType);
        long[] axes = c.Ints(3, "axes") ?? [.. Enumerable.Range(0, data.Rank).Select(axis => (long)axis)];

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
