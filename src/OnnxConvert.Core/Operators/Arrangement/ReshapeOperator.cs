using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Arrangement;

/// <summary>Reshape: the same elements under other sizes, of which one may be left open.</summary>
[Defines("Reshape")]
internal sealed class ReshapeOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override bool CanEvaluate => true;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), Reshape(c));

    private static Shape? Reshape(InferenceCall c)
    {
        SizeValue[]? target = c.Has(1) ? c.Elements(1) : c.Ints("shape") is { } ints ? [.. ints.Select(i => new SizeValue(i))] : null;
        if (target is null)
            return c.Shape(1) is { Rank: 1 } known && known[0].Size is <= 64 and { } rank ? Dims.OfRank((int)rank) : null;
        Shape? x = c.Shape(0);
        bool copiesZero = c.Int("allowzero", 0) == 0;
        var result = new Dimension[target.Length];
        int open = -1;
        for (int i = 0; i < result.Length; i++)
        {
            if (target[i].Number == -1)
                open = i;
            else if (target[i].Number == 0 && copiesZero)
                result[i] = x is not null && i < x.Rank ? x[i] : Dimension.Unknown;
            else
                result[i] = target[i].ToDimension();
        }

        if (open >= 0 && x is not null)
            result[open] = Rest(c, x, result, open);
        var shape = new Shape(result);
        if (x?.ElementCount is { } before && shape.ElementCount is { } after && before != after)
            c.Fail($"{before} elements of shape {x} do not fill shape {shape}, which has {after}");
        return shape;
    }

    /// <summary>The size of the one open dimension, after symbols and sizes that occur on both sides are struck out.</summary>
    private static Dimension Rest(InferenceCall c, Shape x, Dimension[] result, int open)
    {
        var left = new List<Dimension>(x);
        var right = new List<Dimension>(result.Where((_, i) => i != open));
        foreach (Dimension dimension in right.Where(d => d.Symbol is not null).ToArray())
        {
            if (left.Remove(dimension))
                right.Remove(dimension);
        }

        Dimension divisor = Dims.Product(right);
        if (divisor.Size == 1)
            return Dims.Product(left);
        Dimension total = Dims.Product(left);
        if (total.Size is null && divisor.Size != 0)
            return Dims.Divide(total, divisor);
        if (total.Size is not { } elements || divisor.Size is not > 0 and not null || divisor.Size is not { } size || size == 0)
            return Dimension.Unknown;
        if (elements % size != 0)
            c.Fail($"{elements} elements of shape {x} cannot be divided by {size}");
        return elements / size;
    }

    internal override TensorData? Evaluate(EvaluationCall c) => c[0].Reshape(Reshaped(c));

    /// <summary>0 copies the size of the input unless <c>allowzero</c> is set; -1 takes what is left.</summary>
    private static long[] Reshaped(EvaluationCall c)
    {
        TensorData data = c[0];
        long[] dims = c.Ints(1, "shape") ?? throw new ArgumentException("Reshape lacks its shape.");
        bool copies = c.Attributes.Int("allowzero") == 0;
        for (int i = 0; i < dims.Length; i++)
        {
            if (dims[i] == 0 && copies)
                dims[i] = i < data.Rank ? data.Dims[i] : throw new ArgumentException("Reshape copies a size that the input does not have.");
        }

        int rest = Array.IndexOf(dims, -1);
        if (rest >= 0)
        {
            dims[rest] = 1;
            dims[rest] = data.ElementCount / Indexing.Count(dims);
        }

        return dims;
    }
}
