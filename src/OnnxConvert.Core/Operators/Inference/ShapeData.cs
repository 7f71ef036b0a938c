using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>
/// What is known of the elements of small integer tensors: constants, and what is computed from shapes
/// (Shape, Gather, Slice, Concat, arithmetic), found by walking back through the producers when somebody asks.
/// </summary>
internal static class ShapeData
{
    private const int LargestTensor = 64;
    private const int LongestWalk = 16;

    public static SizeValue[]? Of(Value value) => Of(value, LongestWalk);

    /// <summary>All elements as integers; null if one is not known.</summary>
    public static long[]? Integers(Value value) => Of(value) is { } data && data.All(d => d.Number is not null)
        ? [.. data.Select(d => d.Number!.Value)]
        : null;

    /// <summary>The elements of a constant as numbers.</summary>
    public static double[]? Numbers(Value value) => ConstantOf(value) is { } data && data.ElementCount <= LargestTensor
        ? data.ElementType switch
        {
            ElementType.Float => [.. data.AsSpan<float>().ToArray().Select(f => (double)f)],
            ElementType.Double => data.AsSpan<double>().ToArray(),
            ElementType.Float16 => [.. data.AsSpan<Half>().ToArray().Select(h => (double)h)],
            _ => Integers(data)?.Select(d => (double)d.Number!.Value).ToArray(),
        }
        : null;

    private static TensorData? ConstantOf(Value value)
    {
        if (value.Constant is { } constant)
            return constant;
        return value.Producer is { } node && node.Is("Constant") && node.Attributes.Find("value") is { Kind: AttributeKind.Tensor, ReferenceTo: null } attribute
            ? attribute.Tensor
            : null;
    }

    private static SizeValue[]? Of(Value value, int steps)
    {
        if (ConstantOf(value) is { } data)
            return Integers(data);
        if (value.Producer is not { Domain: "" } node || steps == 0)
            return null;
        return node.OpType switch
        {
            "Shape" => OfShape(node),
            "Size" => node.Input(0)?.Shape?.ElementCount is { } count ? [new SizeValue(count)] : null,
            "Identity" or "Cast" or "Squeeze" or "Unsqueeze" or "Reshape" or "Flatten" => Input(node, 0, steps),
            "Gather" => OfGather(node, steps),
            "Slice" => OfSlice(node, steps),
            "Concat" => OfConcat(node, steps),
            "Add" => Combine(node, steps, (a, b) => a + b),
            "Sub" => Combine(node, steps, (a, b) => a - b),
            "Mul" => Combine(node, steps, (a, b) => a * b),
            "Div" => Combine(node, steps, (a, b) => b == 0 ? null : a / b),
            "Constant" => node.Attributes.Find("value_ints") is { ReferenceTo: null } ints ? [.. ints.Ints.Select(i => new SizeValue(i))]
                : node.Attributes.Find("value_int") is { ReferenceTo: null } number ? [new SizeValue(number.Int)] : null,
            _ => null,
        };
    }

    private static SizeValue[]? Integers(TensorData data)
    {
        if (data.ElementCount > LargestTensor)
            return null;
        return data.ElementType switch
        {
            ElementType.Int64 => [.. data.AsSpan<long>().ToArray().Select(i => new SizeValue(i))],
            ElementType.Int32 => [.. data.AsSpan<int>().ToArray().Select(i => new SizeValue(i))],
            ElementType.Int16 => [.. data.AsSpan<short>().ToArray().Select(i => new SizeValue(i))],
            ElementType.Int8 => [.. data.AsSpan<sbyte>().ToArray().Select(i => new SizeValue(i))],
            ElementType.UInt8 or ElementType.Bool => [.. data.AsSpan<byte>().ToArray().Select(i => new SizeValue(i))],
            _ => null,
        };
    }

    private static SizeValue[]? Input(Node node, int index, int steps) => node.Input(index) is { } value ? Of(value, steps - 1) : null;

    private static SizeValue[]? OfShape(Node node)
    {
        if (node.Input(0)?.Shape is not { } shape || shape.Rank > LargestTensor)
            return null;
        (int start, int end) = ShapeRange.Of(node, shape.Rank);
        return [.. shape.Skip(start).Take(end - start).Select(SizeValue.Of)];
    }

    private static SizeValue[]? OfGather(Node node, int steps)
    {
        if (Input(node, 0, steps) is not { } data || Input(node, 1, steps) is not { } indices || node.Input(0)!.Shape is not { Rank: 1 })
            return null;
        var result = new SizeValue[indices.Length];
        for (int i = 0; i < result.Length; i++)
        {
            long? index = indices[i].Number is < 0 ? indices[i].Number + data.Length : indices[i].Number;
            if (index is null or < 0 || index >= data.Length)
                return null;
            result[i] = data[(int)index];
        }

        return result;
    }

    private static SizeValue[]? OfSlice(Node node, int steps)
    {
        if (Input(node, 0, steps) is not { } data || node.Input(0)!.Shape is not { Rank: 1 })
            return null;
        long[]? starts = Parameter(node, "starts", 1);
        long[]? ends = Parameter(node, "ends", 2);
        long[]? strides = node.Input(4) is { } value ? Integers(value) : [1];
        if (starts is not [long start] || ends is not [long end] || strides is not [1])
            return null;
        int from = (int)Math.Clamp(start < 0 ? start + data.Length : start, 0, data.Length);
        int to = (int)Math.Clamp(end < 0 ? end + data.Length : end, from, data.Length);
        return data[from..to];
    }

    private static long[]? Parameter(Node node, string attribute, int input) => node.Input(input) is { } value
        ? Integers(value)
        : node.Attributes.Find(attribute) is { Kind: AttributeKind.Ints, ReferenceTo: null } ints ? [.. ints.Ints] : null;

    private static SizeValue[]? OfConcat(Node node, int steps)
    {
        var result = new List<SizeValue>();
        for (int i = 0; i < node.Inputs.Count; i++)
        {
            if (Input(node, i, steps) is { } part)
                result.AddRange(part);
            else if (node.Input(i)?.Shape is { Rank: 1 } shape && shape[0].Size is <= LargestTensor and { } length)
                result.AddRange(new SizeValue[length]);
            else
                return null;
        }

        return result.Count <= LargestTensor ? [.. result] : null;
    }

    private static SizeValue[]? Combine(Node node, int steps, Func<long, long, long?> combine)
    {
        // Sizes that were cast to floats must not be divided as integers.
        if (!(node.Input(0)?.ElementType.IsInteger() ?? false))
            return null;
        if (Input(node, 0, steps) is not { } a || Input(node, 1, steps) is not { } b || (a.Length != b.Length && a.Length != 1 && b.Length != 1))
            return null;
        var result = new SizeValue[a.Length == 1 ? b.Length : a.Length];
        for (int i = 0; i < result.Length; i++)
        {
            if (a[a.Length == 1 ? 0 : i].Number is { } x && b[b.Length == 1 ? 0 : i].Number is { } y)
                result[i] = new SizeValue(combine(x, y));
        }

        return result;
    }
}
