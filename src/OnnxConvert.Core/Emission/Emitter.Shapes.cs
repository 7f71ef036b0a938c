using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    /// <summary>Reshapes to known sizes; one may be -1, and 0 means an empty dimension.</summary>
    public Value Reshape(Value x, params ReadOnlySpan<long> sizes)
    {
        if (!sizes.Contains(0))
            return Node("Reshape", [x, Ints(sizes)]);
        // A literal 0 is a size only since allowzero (opset 14); before, 0 copies the input's size, which Expand of an empty tensor avoids.
        return Opset >= 14
            ? Node("Reshape", [x, Ints(sizes)], new NodeAttribute("allowzero", 1L))
            : Node("ConstantOfShape", [Ints(sizes)], new NodeAttribute("value", Numbers.Scalar(0, x.ElementType).Reshape(1)));
    }

    /// <summary>Reshapes to computed sizes, a rank 1 int64 value. A size of 0 means an empty dimension; below opset 14 only one size may be 0, and none -1 then.</summary>
    public Value Reshape(Value x, Value sizes)
    {
        Value numbers = Cast(sizes, ElementType.Int64);
        if (sizes.Constant is not null)
            return Node("Reshape", [x, numbers]);
        if (Opset >= 14)
            return Node("Reshape", [x, numbers], new NodeAttribute("allowzero", 1L));
        // There, a 0 copies the input's size; -1 gives the 0 that is left over when the tensor is empty.
        return Node("Reshape", [x, Where(Compare("Equal", numbers, Const(0L)), Const(-1L), numbers)]);
    }

    /// <summary>Permutes dimensions: dimension i of the result is dimension <c>permutation[i]</c> of <paramref name="x"/>. An identity adds nothing; constants stay constants.</summary>
    public Value Transpose(Value x, params ReadOnlySpan<int> permutation)
    {
        if (IsIdentity(permutation))
            return x;
        if (x.Constant is { } data)
            return Const(data.Transpose(permutation), x.Name);
        var perm = new long[permutation.Length];
        for (int i = 0; i < perm.Length; i++)
            perm[i] = permutation[i];
        return Node("Transpose", [x], IntsAttribute("perm", perm));
    }

    /// <summary>From channels last (N, spatial..., C) to channels first (N, C, spatial...), for the given rank.</summary>
    public Value ToChannelsFirst(Value x, int rank = 4) => Transpose(x, Layouts.ToChannelsFirst(rank));

    /// <summary>From channels first (N, C, spatial...) to channels last (N, spatial..., C), for the given rank.</summary>
    public Value ToChannelsLast(Value x, int rank = 4) => Transpose(x, Layouts.ToChannelsLast(rank));

    /// <summary>Removes dimensions of size 1.</summary>
    public Value Squeeze(Value x, params ReadOnlySpan<long> axes) => axes.IsEmpty ? x : WithAxes("Squeeze", x, axes, 13);

    /// <summary>Inserts dimensions of size 1 at the given places of the result.</summary>
    public Value Unsqueeze(Value x, params ReadOnlySpan<long> axes) => axes.IsEmpty ? x : WithAxes("Unsqueeze", x, axes, 13);

    /// <summary>The sizes of <paramref name="x"/> as a rank 1 int64 value; a constant where they are known.</summary>
    public Value Shape(Value x) => Sizes(x) is { } sizes ? Ints(sizes) : Node("Shape", [x]);

    /// <summary>One size of <paramref name="x"/> as a rank 1 int64 value of one element; a constant where it is known.</summary>
    public Value Size(Value x, int axis) => x.Shape?[axis].Size is { } size ? Ints(size) : Gather(Node("Shape", [x]), Ints(axis), 0);

    /// <summary>Joins tensors along an axis.</summary>
    public Value Concat(ReadOnlySpan<Value> parts, long axis) => parts.Length == 1
        ? parts[0]
        : Node("Concat", parts.ToArray(), new NodeAttribute("axis", axis));

    /// <summary>Cuts a tensor into parts of known sizes along an axis.</summary>
    public IReadOnlyList<Value> Split(Value x, long axis, params ReadOnlySpan<long> sizes)
    {
        var axisAttribute = new NodeAttribute("axis", axis);
        return Opset >= 13
            ? Nodes("Split", sizes.Length, [x, Ints(sizes)], axisAttribute)
            : Nodes("Split", sizes.Length, [x], axisAttribute, IntsAttribute("split", sizes));
    }

    /// <summary>Cuts a tensor into parts of computed sizes, a rank 1 int64 value, along an axis; opset 13 or higher.</summary>
    public IReadOnlyList<Value> Split(Value x, long axis, Value sizes, int count) => Opset >= 13
        ? Nodes("Split", count, [x, sizes], new NodeAttribute("axis", axis))
        : throw new UnsupportedModelException("Splitting into parts of computed sizes needs opset 13 or higher.");

    /// <summary>Cuts a tensor into equal parts along an axis, whose size need not be known.</summary>
    public IReadOnlyList<Value> SplitEqually(Value x, long axis, int count) => Opset >= 18
        ? Nodes("Split", count, [x], new NodeAttribute("axis", axis), new NodeAttribute("num_outputs", (long)count))
        : Nodes("Split", count, [x], new NodeAttribute("axis", axis));

    /// <summary>Removes all dimensions of size 1.</summary>
    public Value SqueezeAll(Value x) => Node("Squeeze", [x]);

    /// <summary>Broadcasts to known sizes.</summary>
    public Value Expand(Value x, params ReadOnlySpan<long> sizes) => Expand(x, Ints(sizes));

    /// <summary>Broadcasts to computed sizes.</summary>
    public Value Expand(Value x, Value sizes) => Node("Expand", [x, Cast(sizes, ElementType.Int64)]);

    /// <summary>Repeats along each dimension.</summary>
    public Value Tile(Value x, Value repeats) => Node("Tile", [x, Cast(repeats, ElementType.Int64)]);

    internal static bool IsIdentity(ReadOnlySpan<int> permutation)
    {
        for (int i = 0; i < permutation.Length; i++)
        {
            if (permutation[i] != i)
                return false;
        }

        return true;
    }

    private Value WithAxes(string opType, Value x, ReadOnlySpan<long> axes, int asInputFrom) => Opset >= asInputFrom
        ? Node(opType, [x, Ints(axes)])
        : Node(opType, [x], IntsAttribute("axes", axes));
}
