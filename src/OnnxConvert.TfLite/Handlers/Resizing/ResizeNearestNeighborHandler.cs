using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RESIZE_NEAREST_NEIGHBOR → Resize(nearest) where the factor is a whole number, else Gather along height and width. Input (N, H, W, C).</summary>
/// <remarks>
/// Which pixel is nearest depends on the last bit of float products, so where it could matter the indices are computed here as
/// TFLite does: scale = in / out (or (in - 1) / (out - 1) with align_corners) in float, then floor, or half away with align_corners.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ResizeNearestNeighbor)]
[OpHandler(TfLiteOps.CustomDomain, "FlexResizeNearestNeighbor")]
internal sealed class ResizeNearestNeighborHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        bool alignCorners = op.Flag("align_corners");
        bool halfPixel = op.Flag("half_pixel_centers");
        Shape? shape = op.Shape(0);
        if (op.ConstantInts(1) is { } sizes && shape?[1].Size is { } height && shape[2].Size is { } width
            && (op.Opset < 11 || alignCorners || sizes[0] % height != 0 || sizes[1] % width != 0))
        {
            Value rows = op.Emit.Gather(op.Raw(0), op.Emit.Ints(Indices(op, height, sizes[0], alignCorners, halfPixel)), 1);
            op.RawResult(0, op.Emit.Gather(rows, op.Emit.Ints(Indices(op, width, sizes[1], alignCorners, halfPixel)), 2));
            return;
        }

        string coordinates = alignCorners ? "align_corners" : halfPixel ? "half_pixel" : "asymmetric";
        Value x = op.Emit.ToChannelsFirst(op.Raw(0));
        Value y = op.Emit.Resize(x, ResizeSizes.Of(op, x), "nearest", coordinates, alignCorners || halfPixel ? "round_prefer_ceil" : "floor");
        op.RawResult(0, op.Emit.ToChannelsLast(y));
    }

    private static long[] Indices(OpContext op, long size, long newSize, bool alignCorners, bool halfPixel)
    {
        float scale = alignCorners && newSize > 1 ? (size - 1) / (float)(newSize - 1) : size / (float)newSize;
        float offset = halfPixel ? 0.5f : 0;
        var indices = new long[op.TableLength(newSize, "the resized dimension")];
        for (int i = 0; i < newSize; i++)
        {
            float place = (i + offset) * scale;
            long index = (long)(alignCorners ? MathF.Round(place, MidpointRounding.AwayFromZero) : MathF.Floor(place));
            indices[i] = Math.Clamp(index, 0, size - 1);
        }

        return indices;
    }
}
