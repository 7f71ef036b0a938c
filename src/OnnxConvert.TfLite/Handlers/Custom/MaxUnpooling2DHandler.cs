using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// MaxUnpooling2D → ScatterElements into zeros. Inputs elements (N, H, W, C) float and where they go, of the same shape; height, width
/// and channels must be known.
/// </summary>
/// <remarks>
/// Two runtimes have an operator of this name. MediaPipe's places are floats within a window, as MaxPoolingWithArgmax2D gives them;
/// the output is H · window height by W · window width. LiteRT's are int32 and count through an output image, (height, width,
/// channels); the output is H · stride by W · stride with padding SAME, else as large as the windows reach. Of elements with one place the last counts.
/// ScatterElements: 11 → 13 → 16 → 18.
/// </remarks>
[OpHandler(TfLiteOps.CustomDomain, "MaxUnpooling2D", MinOpset = 11, Restrictions = "height, width and channels must be known")]
[OpHandler(TfLiteOps.CustomDomain, "LiteRtMaxUnpooling2D", MinOpset = 11, Restrictions = "height, width and channels must be known")]
internal sealed class MaxUnpooling2DHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        PoolOptions options = PoolOptions.Of(op);
        if (op.InputType(1) == ElementType.Float)
            Scatter(op, PlacesInImage(op, options), OutputSize(op, 0, options.Kernel[0]), OutputSize(op, 1, options.Kernel[1]));
        else if (op.InputType(1) == ElementType.Int32)
            Scatter(op, op.Emit.Cast(op.Declared(1), ElementType.Int64), FullOutputSize(op, options, 0), FullOutputSize(op, options, 1));
        else
            throw op.NotSupported($"takes places as float (MediaPipe) or int32 (LiteRT), not {op.InputType(1).DisplayName()}", op.Input(1));
    }

    private static long OutputSize(OpContext op, int dimension, long factor) => checked(op.Size(0, dimension + 1) * factor);

    private static long FullOutputSize(OpContext op, PoolOptions options, int dimension) => options.PadsSame
        ? OutputSize(op, dimension, options.Strides[dimension])
        : checked(((op.Size(0, dimension + 1) - 1) * options.Strides[dimension]) + options.Kernel[dimension]);

    /// <summary>The places in an output image of those within windows, of which number i starts at i · stride.</summary>
    private static Value PlacesInImage(OpContext op, PoolOptions options)
    {
        // Windows that leave no gaps stay within the output, so that it is neither padded nor cut.
        if (options.Strides[0] > options.Kernel[0] || options.Strides[1] > options.Kernel[1])
            throw op.NotSupported($"has strides ({options.Strides[0]}, {options.Strides[1]}) beyond its window ({options.Kernel[0]}, {options.Kernel[1]}), which leave elements without a place");
        Emitter emit = op.Emit;
        (long height, long width, long channels) = (op.Size(0, 1), op.Size(0, 2), op.Size(0, 3));
        long rowLength = OutputSize(op, 1, options.Kernel[1]) * channels;
        var starts = new long[op.TableLength(height * width, "the starts of its windows")];
        for (int i = 0; i < starts.Length; i++)
            starts[i] = (i / width * options.Strides[0] * rowLength) + (i % width * options.Strides[1] * channels);
        Value start = emit.Add(
            emit.Const(TensorData.Create<long>(starts, height, width, 1)),
            emit.Const(TensorData.Vector<long>([.. Enumerable.Range(0, op.TableLength(channels, "its channels")).Select(channel => (long)channel)])));
        Value inWindow = emit.Cast(op.Real(1), ElementType.Int64);
        Value row = emit.Div(inWindow, emit.Const(options.Kernel[1]));
        Value column = emit.Binary("Mod", inWindow, emit.Const(options.Kernel[1]));
        return emit.Add(emit.Add(emit.Mul(row, emit.Const(rowLength)), emit.Mul(column, emit.Const(channels))), start);
    }

    private static void Scatter(OpContext op, Value places, long height, long width)
    {
        Emitter emit = op.Emit;
        long channels = op.Size(0, 3);
        long count = op.Size(0, 1) * op.Size(0, 2) * channels;
        Value x = emit.Reshape(op.Real(0), -1, count);
        Value zeros = emit.Zeros(emit.Concat([emit.Size(x, 0), emit.Ints(checked(height * width * channels))], 0), ElementType.Float);
        Value y = emit.Node("ScatterElements", [zeros, emit.Reshape(places, -1, count), x], new NodeAttribute("axis", 1L));
        op.Result(0, emit.Reshape(y, -1, height, width, channels));
    }
}
