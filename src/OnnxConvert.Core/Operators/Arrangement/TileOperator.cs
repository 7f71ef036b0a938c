using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Arrangement;

/// <summary>Tile: repeats a tensor along each dimension.</summary>
[Defines("Tile")]
internal sealed class TileOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override LayoutRule Layout => PerDimensionLayoutRule.Instance;

    public override bool CanEvaluate => true;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), Tile(c));

    internal override TensorData? Evaluate(EvaluationCall c) => Tile(c[0], c.Ints(1, "repeats") ?? throw new ArgumentException("The repeats are missing."));

    private static Shape? Tile(InferenceCall c)
    {
        if (c.Shape(0) is not { } x)
            return null;
        // In opset 1 the other inputs are a count and an axis.
        if (c.Opset < 6 || c.Elements(1) is not { } repeats)
            return Dims.OfRank(x.Rank);
        if (repeats.Length != x.Rank)
            c.Fail($"there are {repeats.Length} repeats for rank {x.Rank}");
        return new Shape(x.Zip(repeats, (d, r) => Dims.Multiply(d, r.ToDimension())));
    }

    /// <summary>A repetition is a dimension of its own in front of the repeated one, along which the source does not move.</summary>
    private static TensorData Tile(TensorData data, long[] repeats)
    {
        if (repeats.Length != data.Rank)
            throw new ArgumentException($"{repeats.Length} repeats do not fit {data}.");
        long[] own = Indexing.Strides(data.Dims.AsSpan());
        var dims = new long[data.Rank * 2];
        var strides = new long[data.Rank * 2];
        for (int i = 0; i < data.Rank; i++)
        {
            dims[i * 2] = repeats[i];
            dims[(i * 2) + 1] = data.Dims[i];
            strides[(i * 2) + 1] = own[i];
        }

        return Picking.Pick(data, [.. data.Dims.Select((size, axis) => size * repeats[axis])], Indexing.Walk(dims, strides));
    }
}
