using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TransformTensorBilinear (MediaPipe) → Gather of the four neighbours of each point and arithmetic. Inputs image (1, H, W, C) float, and
/// a 4x4 matrix that takes a point of the output, (x, y, 0, 1), to a point of the image. Output (1, output height, output width, C).
/// </summary>
/// <remarks>
/// Version 2 (options output_height, output_width) takes pixels by their centers, version 1, named TransformTensor (option
/// output_size), by their corners. Points outside of [0, W - 1] x [0, H - 1] give 0, without the slope towards it that GridSample
/// has at the border.
/// </remarks>
[OpHandler(TfLiteOps.CustomDomain, "TransformTensor", Restrictions = "batch size 1, known height and width")]
[OpHandler(TfLiteOps.CustomDomain, "TransformTensorBilinear", Restrictions = "batch size 1, known height and width")]
internal sealed class TransformTensorBilinearHandler : IOpHandler
{
    private const int MaxSize = 1 << 14;

    public void Convert(OpContext op)
    {
        if (op.Shape(0)?[0].Size is not (null or 1) || op.Rank(0) != 4)
            throw op.NotSupported("takes one image, (1, H, W, C)", op.Input(0));
        (int height, int width, bool byCenters) = OutputSize(op);
        Emitter emit = op.Emit;
        (long lastRow, long lastColumn) = (op.Size(0, 1) - 1, op.Size(0, 2) - 1);

        Value points = Points(emit, op.Real(1), height, width, byCenters);
        Value bounds = emit.Const(TensorData.Create<float>([lastColumn, lastRow], 2, 1, 1));
        Value clamped = emit.Min(emit.Max(points, emit.Const(0f)), bounds);
        Value corner = emit.Unary("Floor", clamped);
        IReadOnlyList<Value> shares = emit.Split(emit.Sub(clamped, corner), 0, 1, 1);
        IReadOnlyList<Value> first = emit.Split(emit.Cast(corner, ElementType.Int64), 0, 1, 1);
        Value nextColumn = emit.Min(emit.Add(first[0], emit.Const(1L)), emit.Const(lastColumn));
        Value row = emit.Mul(first[1], emit.Const(lastColumn + 1));
        Value nextRow = emit.Mul(emit.Min(emit.Add(first[1], emit.Const(1L)), emit.Const(lastRow)), emit.Const(lastColumn + 1));

        Value pixels = emit.Reshape(op.Real(0), (lastRow + 1) * (lastColumn + 1), op.Size(0, 3));
        Value right = emit.Unsqueeze(shares[0], 3);
        Value upper = Mix(emit, Pixel(row, first[0]), Pixel(row, nextColumn), right);
        Value lower = Mix(emit, Pixel(nextRow, first[0]), Pixel(nextRow, nextColumn), right);
        Value inside = emit.Reduce("ReduceMin", emit.Cast(emit.Compare("Equal", clamped, points), ElementType.Float), [0], keepDims: true);
        Value isInside = emit.Cast(emit.Unsqueeze(inside, 3), ElementType.Bool);
        op.Result(0, emit.Where(isInside, Mix(emit, upper, lower, emit.Unsqueeze(shares[1], 3)), emit.Const(0f)));

        // All of (1, output height, output width), the result with channels behind.
        Value Pixel(Value rowStart, Value column) => emit.Gather(pixels, emit.Add(rowStart, column), 0);
    }

    private static (int Height, int Width, bool ByCenters) OutputSize(OpContext op)
    {
        FlexMap options = op.OptionMap();
        if (options.TryGetString("mode", out string mode) && mode != "bilinear")
            throw op.NotSupported($"its option mode is '{mode}'; bilinear is the only one that is defined");
        if (!options.TryGet("output_size", out _))
            return (op.RequireInt(options, "output_height", 1, MaxSize), op.RequireInt(options, "output_width", 1, MaxSize), true);
        return op.RequireInts(options, "output_size") is [> 0 and <= MaxSize and var height, > 0 and <= MaxSize and var width]
            ? ((int)height, (int)width, false)
            : throw op.NotSupported($"its option output_size must hold a height and a width from 1 to {MaxSize}");
    }

    /// <summary>The points of the image, (2, height, width): x, then y.</summary>
    private static Value Points(Emitter emit, Value matrix, int height, int width, bool byCenters)
    {
        Value rows = emit.Reshape(emit.Slice(emit.Reshape(matrix, -1), [0], [8], [0]), 2, 4, 1);
        IReadOnlyList<Value> columns = emit.Split(rows, 1, 1, 1, 1, 1);
        Value start = columns[3];
        if (byCenters)
        {
            Value half = emit.Const(0.5f);
            start = emit.Sub(emit.Add(start, emit.Add(emit.Mul(columns[0], half), emit.Mul(columns[1], half))), half);
        }

        Value x = emit.Mul(columns[0], emit.Const(TensorData.Create<float>(Numbers(width), 1, 1, width)));
        Value y = emit.Mul(columns[1], emit.Const(TensorData.Create<float>(Numbers(height), 1, height, 1)));
        return emit.Add(emit.Add(x, y), start);
    }

    private static Value Mix(Emitter emit, Value a, Value b, Value share) =>
        emit.Add(emit.Mul(a, emit.Sub(emit.Const(1f), share)), emit.Mul(b, share));

    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(number => (float)number)];
}
