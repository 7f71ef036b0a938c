using System.Collections.Immutable;
using OnnxConvert.Converting;
using OnnxConvert.Emission;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The attributes of TensorFlow's convolutions and pools (<c>ksize</c>, <c>strides</c>, <c>padding</c>, <c>data_format</c> …), which have an entry for every dimension.</summary>
internal static class FlexWindows
{
    /// <summary>Whether channels are the second dimension.</summary>
    internal static bool HasChannelsFirst(this OpContext op) => op.Text("data_format").StartsWith("NC", StringComparison.Ordinal);

    /// <summary>An input as (N, C, spatial...).</summary>
    internal static Ir.Value ToChannelsFirst(this OpContext op, Ir.Value x, int rank) =>
        op.HasChannelsFirst() ? x : op.Emit.ToChannelsFirst(x, rank);

    /// <summary>A result from (N, C, spatial...) to the layout of the operator.</summary>
    internal static Ir.Value FromChannelsFirst(this OpContext op, Ir.Value y, int rank) =>
        op.HasChannelsFirst() ? y : op.Emit.ToChannelsLast(y, rank);

    /// <summary>The window of a pool.</summary>
    /// <param name="op">The operator; input 0 is what the window moves over.</param>
    /// <param name="rank">The rank of the input.</param>
    internal static Window PoolWindow(this OpContext op, int rank)
    {
        ImmutableArray<long> sizes = op.Node.Attributes.Ints("ksize");
        int channels = op.HasChannelsFirst() ? 1 : rank - 1;
        if (sizes.Length == rank && (sizes[0] != 1 || sizes[channels] != 1))
            throw op.NotSupported($"a window of {string.Join('x', sizes)} reaches over batch or channels; ONNX has windows over the spatial dimensions");
        return op.FlexWindow(Spatial(op, "ksize", rank), rank);
    }

    /// <summary>The window with a kernel, which is default where its sizes are known only when the model runs.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="rank">The rank of what the window moves over.</param>
    /// <param name="sizes">The sizes of that, or null where it is input 0.</param>
    internal static Window FlexWindow(this OpContext op, ImmutableArray<long> kernel, int rank, long[]? sizes = null)
    {
        int first = op.HasChannelsFirst() ? 2 : 1;
        ImmutableArray<long> strides = Spatial(op, "strides", rank);
        ImmutableArray<long> dilations = Spatial(op, "dilations", rank);
        ImmutableArray<long> pads = op.Text("padding") switch
        {
            "VALID" => [.. new long[2 * (rank - 2)]],
            "SAME" when sizes is not null => Windows.SamePads(sizes.AsSpan(first), kernel, strides, dilations),
            "SAME" when !kernel.IsDefault => Windows.SamePads(op, 0, first, kernel, strides, dilations),
            "SAME" => default,
            "EXPLICIT" => Explicit(op, rank),
            var other => throw op.NotSupported($"the padding is '{other}'; VALID, SAME and EXPLICIT are defined"),
        };
        return new Window(kernel, strides, dilations, pads);
    }

    private static ImmutableArray<long> Spatial(OpContext op, string attribute, int rank)
    {
        ImmutableArray<long> all = op.Node.Attributes.Ints(attribute);
        int first = op.HasChannelsFirst() ? 2 : 1;
        if (all.IsEmpty && attribute == "dilations")
            return [.. Enumerable.Repeat(1L, rank - 2)];
        ImmutableArray<long> spatial = all.Length == rank ? all.Slice(first, rank - 2) : [];
        return spatial.Length > 0 && spatial.All(size => size > 0)
            ? spatial
            : throw op.NotSupported($"{attribute} is [{string.Join(',', all)}]; it needs {rank} numbers of at least 1");
    }

    /// <summary>explicit_paddings has a begin and an end for each dimension.</summary>
    private static ImmutableArray<long> Explicit(OpContext op, int rank)
    {
        ImmutableArray<long> all = op.Node.Attributes.Ints("explicit_paddings");
        if (all.Length != 2 * rank)
            throw op.NotSupported($"explicit_paddings has {all.Length} numbers; it needs {2 * rank}");
        int[] axes = [.. Enumerable.Range(op.HasChannelsFirst() ? 2 : 1, rank - 2)];
        return [.. axes.Select(axis => all[2 * axis]), .. axes.Select(axis => all[(2 * axis) + 1])];
    }
}
