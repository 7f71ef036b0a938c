using System.Collections.Immutable;
using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TensorFlow's ExtractImagePatches → Gather along height and width: each window of an image (N, H, W, C) as one vector, its rows
/// one after the other; (N, rows, columns, kh · kw · C).
/// </summary>
/// <remarks>Elements are moved and not computed with, so that any type and NaN come through.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexExtractImagePatches", Restrictions = "height and width must be known")]
internal sealed class FlexExtractImagePatchesHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        ImmutableArray<long> kernel = Pair(op, "ksizes");
        ImmutableArray<long> strides = Pair(op, "strides");
        ImmutableArray<long> rates = Pair(op, "rates");
        long[] pads = op.Text("padding") == "SAME" ? [.. Windows.SamePads(op, 0, 1, kernel, strides, rates)] : new long[4];
        Value x = emit.Pad(op.Declared(0), [0, pads[0], pads[1], 0], [0, pads[2], pads[3], 0]);
        long[] windows = [.. Enumerable.Range(0, 2).Select(i => CountWindows(op, i, pads, kernel, strides, rates))];

        Value rows = emit.Gather(x, Places(op, windows[0], kernel[0], strides[0], rates[0]), 1);
        Value patches = emit.Gather(rows, Places(op, windows[1], kernel[1], strides[1], rates[1]), 3);
        // (N, rows, kh, columns, kw, C) → (N, rows, columns, kh, kw, C)
        Value ordered = emit.Transpose(patches, 0, 1, 3, 2, 4, 5);
        Value sizes = op.Shape(0)![3].Size is { } channels
            ? emit.Ints(-1, windows[0], windows[1], kernel[0] * kernel[1] * channels)
            : emit.Concat([emit.Size(x, 0), emit.Ints(windows[0], windows[1], -1)], 0);
        op.DeclaredResult(0, emit.Reshape(ordered, sizes));
    }

    private static ImmutableArray<long> Pair(OpContext op, string attribute) =>
        op.Node.Attributes.Ints(attribute) is [1, > 0 and var height, > 0 and var width, 1]
            ? [height, width]
            : throw op.NotSupported($"{attribute} is [{string.Join(',', op.Node.Attributes.Ints(attribute))}]; it needs a height and a width between two 1");

    private static long CountWindows(OpContext op, int i, long[] pads, ImmutableArray<long> kernel, ImmutableArray<long> strides, ImmutableArray<long> rates)
    {
        long extent = ((kernel[i] - 1) * rates[i]) + 1;
        long padded = op.Size(0, i + 1) + pads[i] + pads[i + 2];
        return padded < extent ? 0 : ((padded - extent) / strides[i]) + 1;
    }

    /// <summary>The places of the elements of each window along one dimension, (windows, kernel).</summary>
    private static Value Places(OpContext op, long windows, long kernel, long stride, long rate)
    {
        var places = new long[op.TableLength(windows * kernel, "the places of all windows")];
        for (int i = 0; i < places.Length; i++)
            places[i] = (i / kernel * stride) + (i % kernel * rate);
        return op.Emit.Const(TensorData.Create<long>(places, windows, kernel));
    }
}
