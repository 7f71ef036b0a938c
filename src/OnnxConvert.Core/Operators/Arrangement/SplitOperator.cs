using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Arrangement;

/// <summary>Split: parts along an axis, of given sizes or as equal as possible with a smaller last one.</summary>
[Defines("Split")]
internal sealed class SplitOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override LayoutRule Layout => AxisLayoutRule.Instance;

    public override void Infer(InferenceCall c)
    {
        Shape? x = c.Shape(0);
        long[]? sizes = c.IntsOrInput("split", 1);
        bool isKnown = sizes is not null || !c.Has(1);
        int axis = x is null ? 0 : c.Axis(c.Int("axis", 0), x.Rank);
        for (int i = 0; i < c.OutputCount; i++)
        {
            Dimension size = Dimension.Unknown;
            if (sizes is not null && i < sizes.Length)
                size = Dims.Of(sizes[i]);
            else if (isKnown && x is not null)
                size = EqualPart(x[axis], i, c.OutputCount);
            c.Set(i, c.Type(0), x?.With(axis, size));
        }
    }

    // All parts have the same size but the last, which may be smaller.
    private static Dimension EqualPart(Dimension whole, int index, int count)
    {
        if (whole.Size is not { } size)
            return Dimension.Unknown;
        long part = (size + count - 1) / count;
        return Dims.Of(index < count - 1 ? part : size - (part * (count - 1)));
    }

    public override bool CanEvaluate => true;

    internal override TensorData[]? EvaluateAll(EvaluationCall c)
    {
        TensorData data = c[0];
        int axis = Indexing.Axis(c.Attributes.Int("axis"), data.Rank);
        long size = data.Dims[axis];
        long[] parts = c.Ints(1, "split") ?? EqualParts(size, c.Attributes.Int("num_outputs", c.OutputCount));
        if (parts.Sum() != size)
            return null;

        var results = new TensorData[parts.Length];
        long[] strides = Indexing.Strides(data.Dims.AsSpan());
        long start = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            long[] dims = [.. data.Dims.SetItem(axis, parts[i])];
            results[i] = Picking.Pick(data, dims, Indexing.Walk(dims, strides, start * strides[axis]));
            start += parts[i];
        }

        return results;
    }

    private static long[] EqualParts(long size, long count)
    {
        long each = (size + count - 1) / count;
        return [.. Enumerable.Range(0, (int)count).Select(i => Math.Clamp(size - (i * each), 0, each))];
    }
}
