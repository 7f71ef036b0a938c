using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Selection;

/// <summary>Gather: whole slices along an axis, picked by indices of any rank.</summary>
[Defines("Gather")]
internal sealed class GatherOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override LayoutRule Layout => AxisLayoutRule.Instance;

    public override bool CanEvaluate => true;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), Gather(c));

    private static Shape? Gather(InferenceCall c)
    {
        if (c.Shape(0) is not { } x || c.Shape(1) is not { } indices)
            return null;
        int axis = c.Axis(c.Int("axis", 0), x.Rank);
        return new Shape([.. x.Take(axis), .. indices, .. x.Skip(axis + 1)]);
    }

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        TensorData data = c[0];
        TensorData places = c[1];
        int axis = Indexing.Axis(c.Attributes.Int("axis"), data.Rank);
        long[] indices = Array.ConvertAll(Numbers.ToInt64(places), index => Indexing.Index(index, data.Dims[axis]));
        return Slices(data, places, indices, axis);
    }

    private static TensorData Slices(TensorData data, TensorData places, long[] indices, int axis)
    {
        ReadOnlySpan<long> sizes = data.Dims.AsSpan();
        long[] dims = [.. sizes[..axis], .. places.Dims, .. sizes[(axis + 1)..]];
        long outer = Indexing.Count(sizes[..axis]);
        long inner = Indexing.Count(sizes[(axis + 1)..]);
        var positions = new List<int>(checked((int)Indexing.Count(dims)));
        for (long row = 0; row < outer; row++)
        {
            foreach (long index in indices)
            {
                long start = ((row * sizes[axis]) + index) * inner;
                for (long i = 0; i < inner; i++)
                    positions.Add((int)(start + i));
            }
        }

        return Picking.Pick(data, dims, [.. positions]);
    }
}
