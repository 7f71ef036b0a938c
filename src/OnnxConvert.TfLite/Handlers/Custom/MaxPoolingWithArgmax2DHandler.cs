using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// MaxPoolingWithArgmax2D (MediaPipe) → MaxPool with indices. Input (N, H, W, C) float; outputs the largest element of each window, and
/// as a float where in its window it stands: row · window width + column + 0.1. Height and width must be known.
/// </summary>
/// <remarks>
/// MaxPool counts through the whole tensor, (N, C, H, W); row and column of the image follow by division, those of the window by
/// taking off where it starts. Both take the first of equal elements. MaxPool: indices since 8.
/// </remarks>
[OpHandler(TfLiteOps.CustomDomain, "MaxPoolingWithArgmax2D", MinOpset = 10, Restrictions = "height and width must be known")]
internal sealed class MaxPoolingWithArgmax2DHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        PoolOptions options = PoolOptions.Of(op);
        (long height, long width) = (op.Size(0, 1), op.Size(0, 2));
        Window window = op.Window(0, options.Kernel, options.Strides, options.PadsSame);
        (Value y, Value places) = emit.MaxPoolWithIndices(emit.ToChannelsFirst(op.Real(0)), window);
        op.Result(0, emit.ToChannelsLast(y), options.Activation);

        Value row = emit.Sub(Remainder(emit, emit.Div(places, emit.Const(width)), height), Starts(op, y, window, 0));
        Value column = emit.Sub(Remainder(emit, places, width), Starts(op, y, window, 1));
        Value inWindow = emit.Add(emit.Mul(row, emit.Const(window.Kernel[1])), column);
        op.Result(1, emit.ToChannelsLast(emit.Add(emit.Cast(inWindow, ElementType.Float), emit.Const(0.1f))));
    }

    private static Value Remainder(Emitter emit, Value x, long divisor) => emit.Binary("Mod", x, emit.Const(divisor));

    /// <summary>Where the windows start in the image along its height (0) or width (1); negative within the padding.</summary>
    private static Value Starts(OpContext op, Value y, Window window, int dimension)
    {
        long count = y.Shape?[dimension + 2].Size ?? throw op.NotSupported("the size of its output must be known", op.Input(0));
        var starts = new long[op.TableLength(count, "the starts of its windows")];
        for (int i = 0; i < starts.Length; i++)
            starts[i] = (i * window.Strides[dimension]) - window.Pads[dimension];
        return op.Emit.Const(TensorData.Create<long>(starts, dimension == 0 ? [count, 1] : [count]));
    }
}
