using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Arrangement;

/// <summary>Flatten: two dimensions, those before an axis and those from it on.</summary>
[Defines("Flatten")]
internal sealed class FlattenOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override bool CanEvaluate => true;

    public override void Infer(InferenceCall c)
    {
        if (c.Shape(0) is not { } x)
        {
            c.Set(0, c.Type(0), Dims.OfRank(2));
            return;
        }

        long axis = c.Int("axis", 1);
        int split = (int)(axis < 0 ? axis + x.Rank : axis);
        if (split < 0 || split > x.Rank)
            c.Fail($"axis {axis} is out of range for rank {x.Rank}");
        c.Set(0, c.Type(0), new Shape(Dims.Product(x.Take(split)), Dims.Product(x.Skip(split))));
    }

    internal override TensorData? Evaluate(EvaluationCall c) => c[0].Reshape(Flattened(c));

    private static long[] Flattened(EvaluationCall c)
    {
        TensorData data = c[0];
        long axis = c.Attributes.Int("axis", 1);
        int cut = axis == data.Rank ? data.Rank : Indexing.Axis(axis, data.Rank);
        return [Indexing.Count(data.Dims.AsSpan()[..cut]), Indexing.Count(data.Dims.AsSpan()[cut..])];
    }
}
