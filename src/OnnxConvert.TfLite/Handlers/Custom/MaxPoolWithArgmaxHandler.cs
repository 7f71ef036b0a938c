using System.Collections.Immutable;
using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// MaxPoolWithArgmax → MaxPool with indices. Input (N, H, W, C) float; outputs the largest element of each window, and as int32
/// where it stands in its image, counted through (H, W, C). Height, width and channels must be known.
/// </summary>
/// <remarks>MaxPool counts through the whole tensor, (N, C, H, W). Both take the first of equal elements. MaxPool: indices since 8.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "MaxPoolWithArgmax", MinOpset = 10, Restrictions = "height, width and channels must be known; include_batch_in_index is not covered")]
internal sealed class MaxPoolWithArgmaxHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        FlexMap options = op.OptionMap();
        if (options.TryGetBool("include_batch_in_index", out bool withBatch) && withBatch)
            throw op.NotSupported("counts through the whole batch (include_batch_in_index), which the runtime refuses as well");
        if (!options.TryGetString("padding", out string padding) || padding is not ("SAME" or "VALID"))
            throw op.NotSupported($"its option padding is '{padding}'; SAME and VALID are defined");
        Window window = op.Window(0, Spatial(op, options, "ksize"), Spatial(op, options, "strides"), padding == "SAME");

        Emitter emit = op.Emit;
        long pixels = checked(op.Size(0, 1) * op.Size(0, 2));
        long channels = op.Size(0, 3);
        (Value y, Value places) = emit.MaxPoolWithIndices(emit.ToChannelsFirst(op.Real(0)), window);
        op.Result(0, emit.ToChannelsLast(y));
        Value pixel = emit.ToChannelsLast(emit.Binary("Mod", places, emit.Const(pixels)));
        Value channel = emit.Const(TensorData.Vector<long>([.. Enumerable.Range(0, op.TableLength(channels, "its channels")).Select(number => (long)number)]));
        op.DeclaredResult(1, emit.Cast(emit.Add(emit.Mul(pixel, emit.Const(channels)), channel), op.OutputType(1)));
    }

    private static ImmutableArray<long> Spatial(OpContext op, FlexMap options, string name) =>
        op.RequireInts(options, name) is [1, > 0 and <= ushort.MaxValue and var height, > 0 and <= ushort.MaxValue and var width, 1]
            ? [height, width]
            : throw op.NotSupported($"its option {name} must be 1, a height, a width, 1");
}
