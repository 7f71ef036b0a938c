using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>An integer of a small tensor as an element of another tensor plus a constant, so that two of them can be compared before sizes are known.</summary>
/// <param name="Tensor">The tensor whose contents nothing is known of, or null for a plain constant.</param>
/// <param name="Index">The element of it, counted through the whole tensor.</param>
/// <param name="Offset">The constant.</param>
internal readonly record struct IntegerFormula(Value? Tensor, int Index, long Offset)
{
    private const int MaxElements = 16;
    private const int MaxDepth = 32;

    /// <summary>The elements of a tensor, or null when their number is not known or large.</summary>
    internal static IntegerFormula[]? Of(Value? value, int depth = 0)
    {
        if (value is null || value.ElementType is not (ElementType.Int32 or ElementType.Int64))
            return null;
        if (value.Integers() is { } constants)
            return constants.Length <= MaxElements ? [.. constants.Select(number => new IntegerFormula(null, 0, number))] : null;
        if (depth < MaxDepth && value.Producer is { } node && node.Domain == TfLiteOps.Domain && Computed(node, depth + 1) is { } computed)
            return computed;
        return value.Shape?.ElementCount is { } count and <= MaxElements ? [.. Enumerable.Range(0, (int)count).Select(i => new IntegerFormula(value, i, 0))] : null;
    }

    /// <summary>The difference, or null when it is not constant.</summary>
    internal long? Less(IntegerFormula other) => ReferenceEquals(Tensor, other.Tensor) && Index == other.Index ? Offset - other.Offset : null;

    private static IntegerFormula[]? Computed(Node node, int depth) => node.OpType switch
    {
        TfLiteOps.Add => Sum(Of(node.Input(0), depth), Of(node.Input(1), depth), 1) ?? Sum(Of(node.Input(1), depth), Of(node.Input(0), depth), 1),
        TfLiteOps.Sub => Sum(Of(node.Input(0), depth), Of(node.Input(1), depth), -1),
        TfLiteOps.Pack when node.Attributes.Int("axis") == 0 => Joined(node, depth),
        TfLiteOps.Concatenation when node.Attributes.Int("axis") == 0 => Joined(node, depth),
        TfLiteOps.Reshape => Of(node.Input(0), depth),
        TfLiteOps.StridedSlice => Sliced(node, depth),
        _ => null,
    };

    /// <summary>a + sign · b, where b is constant.</summary>
    private static IntegerFormula[]? Sum(IntegerFormula[]? a, IntegerFormula[]? b, int sign)
    {
        if (a is null || b is null || b.Any(element => element.Tensor is not null) || (b.Length != 1 && b.Length != a.Length))
            return null;
        return [.. a.Select((element, i) => element with { Offset = element.Offset + (sign * b[b.Length == 1 ? 0 : i].Offset) })];
    }

    private static IntegerFormula[]? Joined(Node node, int depth)
    {
        IntegerFormula[]?[] parts = [.. node.Inputs.Select(input => Of(input, depth))];
        return parts.Any(part => part is null) || parts.Sum(part => part!.Length) > MaxElements ? null : [.. parts.SelectMany(part => part!)];
    }

    /// <summary>A run of a vector, or all of a tensor.</summary>
    private static IntegerFormula[]? Sliced(Node node, int depth)
    {
        if (node.Attributes.Int("ellipsis_mask") != 0 || node.Attributes.Int("new_axis_mask") != 0 || Of(node.Input(0), depth) is not { } all
            || node.Input(1).Integers() is not { } begins || node.Input(2).Integers() is not { } ends || node.Input(3).Integers() is not { } steps || steps.Any(step => step != 1)
            || node.Input(0)?.Shape?.ToSizes() is not { } sizes || begins.Length != sizes.Length || ends.Length != begins.Length || sizes.Length == 0)
        {
            return null;
        }

        bool shrinks = node.Attributes.Int("shrink_axis_mask") != 0;
        var runs = new (int Begin, int End)[begins.Length];
        for (int i = 0; i < runs.Length; i++)
        {
            long begin = IsSet(node, "begin_mask", i) ? 0 : FromFront(begins[i], sizes[i]);
            long end = IsSet(node, "shrink_axis_mask", i) ? begin + 1 : IsSet(node, "end_mask", i) ? sizes[i] : FromFront(ends[i], sizes[i]);
            runs[i] = ((int)Math.Clamp(begin, 0, sizes[i]), (int)Math.Clamp(end, 0, sizes[i]));
        }

        if (sizes.Length == 1)
            return all.Length == sizes[0] && runs[0].Begin <= runs[0].End ? all[runs[0].Begin..runs[0].End] : null;
        return !shrinks && runs.Select((run, i) => run == (0, (int)sizes[i])).All(isWhole => isWhole) ? all : null;
    }

    private static bool IsSet(Node node, string mask, int bit) => ((node.Attributes.Int(mask) >> bit) & 1) != 0;

    private static long FromFront(long place, long size) => place < 0 ? place + size : place;
}
