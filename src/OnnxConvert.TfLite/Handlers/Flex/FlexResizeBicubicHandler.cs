using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's ResizeBicubic → MatMul with the weights of rows and of columns. Input (N, H, W, C), sizes (2): the new height and width.</summary>
/// <remarks>
/// Keys, "Cubic convolution interpolation for digital image processing" (1981), with a = -1/2 for half_pixel_centers and -3/4 without. TensorFlow takes
/// the weights from a table of 1,025 places, which Resize does not, and which shows beyond the third digit.
/// </remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexResizeBicubic", Restrictions = "known sizes")]
internal sealed class FlexResizeBicubicHandler : IOpHandler
{
    private const int TableSize = 1 << 10;

    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        long[] resized = op.RequireInts(1, "the new sizes");
        (long height, long width, long channels) = (op.Size(0, 1), op.Size(0, 2), op.Size(0, 3));
        Value x = emit.Cast(op.Real(0), ElementType.Float);
        Value rows = emit.MatMul(Weights(op, height, resized[0]), emit.Reshape(x, -1, height, width * channels));
        Value y = emit.MatMul(Weights(op, width, resized[1]), emit.Reshape(rows, -1, width, channels));
        op.Result(0, emit.Reshape(y, -1, resized[0], resized[1], channels));
    }

    /// <summary>What each element (rows) of the result takes of each element (columns).</summary>
    private static Value Weights(OpContext op, long size, long resized)
    {
        var weights = new float[op.TableLength(checked(size * resized), "the weights")];
        bool aligns = op.Flag("align_corners") && resized > 1;
        bool isHalfPixel = op.Flag("half_pixel_centers");
        float scale = aligns ? (size - 1) / (float)(resized - 1) : size / (float)resized;
        for (int i = 0; i < resized; i++)
        {
            float place = isHalfPixel ? ((i + 0.5f) * scale) - 0.5f : i * scale;
            long floor = (long)MathF.Floor(place);
            int offset = (int)MathF.Round((place - floor) * TableSize, MidpointRounding.ToEven);
            float[] taps = [Outer(TableSize + offset), Inner(offset), Inner(TableSize - offset), Outer((2 * TableSize) - offset)];
            Add(weights.AsSpan((int)(i * size), (int)size), taps, floor - 1, isHalfPixel);
        }

        return op.Emit.Const(TensorData.Create<float>(weights, resized, size), "weights");

        float Inner(int at) => Near(at / (float)TableSize, isHalfPixel ? -0.5f : -0.75f);

        float Outer(int at) => Far(at / (float)TableSize, isHalfPixel ? -0.5f : -0.75f);
    }

    /// <summary>Adds four weights from a place on. Beyond the ends, those of half_pixel_centers are left out, and the others scaled up to 1; without it they fall to the last element.</summary>
    private static void Add(Span<float> row, float[] taps, long first, bool leavesOut)
    {
        float sum = 0;
        for (int tap = 0; tap < taps.Length; tap++)
        {
            long clamped = Math.Clamp(first + tap, 0, row.Length - 1);
            if (leavesOut && clamped != first + tap)
                continue;
            row[(int)clamped] += taps[tap];
            sum += taps[tap];
        }

        for (int i = 0; leavesOut && sum != 0 && i < row.Length; i++)
            row[i] /= sum;
    }

    /// <summary>The weight at a distance up to 1.</summary>
    private static float Near(float distance, float a) => ((((a + 2) * distance) - (a + 3)) * distance * distance) + 1;

    /// <summary>The weight at a distance from 1 to 2.</summary>
    private static float Far(float distance, float a) => (((((a * distance) - (5 * a)) * distance) + (8 * a)) * distance) - (4 * a);
}
