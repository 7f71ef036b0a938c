using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    /// <summary>The number of elements up to which a reduction is written as a mask where ScatterND does not have it.</summary>
    private const long MaxMaskedElements = 1 << 26;

    /// <summary>A tensor with slices replaced by, or combined with, updates.</summary>
    /// <param name="data">The tensor.</param>
    /// <param name="indices">The places, (..., k), of any integer type; not negative.</param>
    /// <param name="updates">The slices, (..., sizes behind the first k of <paramref name="data"/>).</param>
    /// <param name="reduction"><c>none</c>; <c>add</c> and <c>mul</c> as ScatterND has them since opset 16, <c>max</c> and <c>min</c> since opset 18.</param>
    /// <exception cref="UnsupportedModelException">The target opset has no form for it.</exception>
    public Value ScatterND(Value data, Value indices, Value updates, string reduction = "none")
    {
        if (Opset < 11 && reduction == "none")
            return ReplaceByMask(data, indices, updates);
        int from = reduction switch { "none" => 11, "add" or "mul" => 16, _ => 18 };
        ElementType type = data.ElementType;
        if (reduction == "none")
            return Node("ScatterND", [data, Cast(indices, ElementType.Int64), updates]);
        ElementType computed = Computed("ScatterND", type);
        data = Cast(data, computed);
        updates = Cast(updates, computed);
        indices = Cast(indices, ElementType.Int64);
        Value y = Opset >= from
            ? Node("ScatterND", [data, indices, updates], new NodeAttribute("reduction", reduction))
            : ScatterByMask(data, indices, updates, reduction, from);
        return Cast(y, type);
    }

    /// <summary>Before opset 11: the sum of the updates of a place, where it has one. Places of several updates are not defined.</summary>
    private Value ReplaceByMask(Value data, Value indices, Value updates)
    {
        if (!data.ElementType.IsFloat() && !data.ElementType.IsInteger() && data.ElementType != ElementType.Bool)
            throw new UnsupportedModelException($"Replacing elements of {data.ElementType} at computed places needs opset 11 or higher.");
        Value places = Slice(Shape(indices), [0], [-1], [0]);
        Value rest = Slice(Shape(updates), [(indices.Shape?.Rank ?? throw new UnsupportedModelException("Replacing elements at places of an unknown rank needs opset 11 or higher.")) - 1], [long.MaxValue], [0]);
        Value ones = Expand(Const(1), Concat([places, rest], 0));
        Value zeros = Zeros(Shape(data), ElementType.Int32);
        Value isReplaced = Compare("Greater", ScatterND(zeros, indices, ones, "add"), Const(0));
        Value sums = ScatterND(Zeros(Shape(data), data.ElementType), indices, updates, "add");
        return Where(isReplaced, sums, data);
    }

    /// <summary>Each place takes what a mask leaves of all updates, reduced.</summary>
    private Value ScatterByMask(Value data, Value indices, Value updates, string reduction, int from)
    {
        if (Sizes(data) is not { } sizes || Sizes(indices) is not { Length: > 0 } indexSizes)
            return ScatterByComputedMask(data, indices, updates, reduction, from);
        int indexed = (int)indexSizes[^1];
        long count = Product(indexSizes.AsSpan(0, indexSizes.Length - 1));
        long places = Product(sizes.AsSpan(0, indexed));
        long inner = Product(sizes.AsSpan(indexed));
        if (places > MaxMaskedElements || (double)count * places * inner > MaxMaskedElements)
            throw new UnsupportedModelException($"Combining {count} updates ({reduction}) in {places} places needs opset {from} or higher.");

        var strides = new long[indexed];
        for (int axis = 0; axis < indexed; axis++)
            strides[axis] = Product(sizes.AsSpan((axis + 1)..indexed));
        Value linear = Reduce("ReduceSum", Mul(Reshape(indices, count, indexed), Ints(strides)), [1], keepDims: false);
        Value numbers = Const(TensorData.Create<long>([.. Enumerable.Range(0, (int)places).Select(place => (long)place)], places, 1));
        Value mask = Unsqueeze(Compare("Equal", numbers, Unsqueeze(linear, 0)), 2);
        return Binary(CombinationOf(reduction), data, Reshape(ReduceMasked(mask, Reshape(updates, 1, count, inner), reduction), sizes));
    }

    /// <summary>As <see cref="ScatterByMask"/>, with sizes that are computed: only how many dimensions are indexed must be known.</summary>
    private Value ScatterByComputedMask(Value data, Value indices, Value updates, string reduction, int from)
    {
        if (indices.Shape is not { Rank: > 0 } shape || shape[shape.Rank - 1].Size is not (> 0 and { } indexed))
            throw new UnsupportedModelException($"Combining updates ({reduction}) in a tensor of unknown rank needs opset {from} or higher.");
        Value sizes = Shape(data);
        Value outer = Slice(sizes, [0], [indexed], [0]);
        Value linear = Const(0L);
        for (long axis = 0; axis < indexed; axis++)
            linear = Add(Mul(linear, Gather(outer, Const(axis), 0)), Gather(indices, Const(axis), shape.Rank - 1));
        Value numbers = Unsqueeze(Indices(Reduce("ReduceProd", outer, [0], keepDims: false)), 1);
        Value mask = Unsqueeze(Compare("Equal", numbers, Reshape(linear, 1, -1)), 2);
        Value inner = Reduce("ReduceProd", Concat([Ints(1), Slice(sizes, [indexed], [long.MaxValue], [0])], 0), [0], keepDims: true);
        Value rows = Reshape(updates, Concat([Ints(1, -1), inner], 0));
        return Binary(CombinationOf(reduction), data, Reshape(ReduceMasked(mask, rows, reduction), sizes));
    }

    private Value ReduceMasked(Value mask, Value updates, string reduction)
    {
        Value masked = Where(mask, updates, Neutral(reduction, updates.ElementType));
        string reduce = reduction switch { "add" => "ReduceSum", "mul" => "ReduceProd", "max" => "ReduceMax", _ => "ReduceMin" };
        return Reduce(reduce, masked, [1], keepDims: false);
    }

    private static string CombinationOf(string reduction) => reduction switch { "add" => "Add", "mul" => "Mul", "max" => "Max", _ => "Min" };

    /// <summary>The scalar that changes nothing in a reduction: 0 for <c>add</c>, 1 for <c>mul</c>, the ends of the finite range for <c>max</c> and <c>min</c>.</summary>
    public Value Neutral(string reduction, ElementType type) => reduction switch
    {
        "add" => Const(0, type),
        "mul" => Const(1, type),
        _ when type == ElementType.Float => Const(reduction == "max" ? float.MinValue : float.MaxValue),
        _ => Const(Numbers.Integers([reduction == "max" ? type.IntegerRange().Min : type.IntegerRange().Max], type).Reshape()),
    };

    /// <summary>A tensor of zeros of computed sizes, a rank 1 value.</summary>
    public Value Zeros(Value sizes, ElementType type) =>
        Node("ConstantOfShape", [Cast(sizes, ElementType.Int64)], new NodeAttribute("value", Numbers.Scalar(0, type).Reshape(1)));

    private static long Product(ReadOnlySpan<long> sizes)
    {
        long product = 1;
        foreach (long size in sizes)
            product = checked(product * size);
        return product;
    }
}
