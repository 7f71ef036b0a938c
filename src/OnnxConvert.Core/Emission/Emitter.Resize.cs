using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    /// <summary>Resizes to given sizes; the input is (N, C, spatial...).</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="sizes">The sizes of all dimensions, a rank 1 int64 value.</param>
    /// <param name="mode"><c>nearest</c> or <c>linear</c>.</param>
    /// <param name="coordinates">The coordinate transformation: <c>half_pixel</c>, <c>align_corners</c> or <c>asymmetric</c>.</param>
    /// <param name="nearest">How <c>nearest</c> rounds: <c>floor</c> or <c>round_prefer_ceil</c>.</param>
    public Value Resize(Value x, Value sizes, string mode, string coordinates, string nearest = "floor")
    {
        if (Opset < 11)
            return ResizeAxes(x, sizes, mode, coordinates, nearest);
        ElementType type = x.ElementType;
        ElementType computed = Computed("Resize", type);
        List<NodeAttribute> attributes = [new("mode", mode), new("coordinate_transformation_mode", coordinates)];
        if (mode == "nearest")
            attributes.Add(new NodeAttribute("nearest_mode", nearest));
        // Until opset 13 roi and scales had to be there, if only as empty tensors.
        Value? empty = Opset < 13 ? Const(TensorData.Create<float>([], 0)) : null;
        return Cast(Node("Resize", [Cast(x, computed), empty, empty, sizes], [.. attributes]), type);
    }

    /// <summary>Before opset 11 the coordinate transformation cannot be stated: samples are picked along one axis after the other, or mixed by a matrix product.</summary>
    private Value ResizeAxes(Value x, Value sizes, string mode, string coordinates, string nearest)
    {
        if (sizes.Constant is not { } constant || Sizes(x) is not { Length: 4 } from)
            throw new UnsupportedModelException("Resizing needs opset 11 or higher, or known sizes of two dimensions.");
        long[] to = Numbers.ToInt64(constant);
        if (Math.Max(to[2], to[3]) > MaxKnownIndices)
            throw new UnsupportedModelException($"Resizing to {to[2]} x {to[3]} needs opset 11 or higher.");
        ElementType type = x.ElementType;
        for (int axis = 2; axis < 4; axis++)
        {
            if (from[axis] == to[axis])
                continue;
            double[] places = ResizePlaces(from[axis], to[axis], coordinates);
            if (mode == "nearest")
            {
                x = Gather(x, Ints([.. places.Select(place => (long)Math.Clamp(Math.Floor(nearest == "floor" ? place : place + 0.5), 0, from[axis] - 1))]), axis);
                continue;
            }

            Value shares = Const(LinearShares(places, from[axis]), "shares");
            Value real = Cast(x, ElementType.Float);
            x = axis == 2 ? MatMul(shares, real) : MatMul(real, Transpose(shares, 1, 0));
        }

        return Cast(x, type);
    }

    private static double[] ResizePlaces(long from, long to, string coordinates)
    {
        double scale = from / (double)to;
        return [.. Enumerable.Range(0, (int)to).Select(index => coordinates switch
        {
            "align_corners" => to > 1 ? index * (from - 1) / (double)(to - 1) : 0,
            "half_pixel" => ((index + 0.5) * scale) - 0.5,
            _ => index * scale,
        })];
    }

    /// <summary>How much each sample takes from each element: (places, size).</summary>
    private static TensorData LinearShares(double[] places, long size)
    {
        var shares = new float[places.Length * size];
        for (int i = 0; i < places.Length; i++)
        {
            double place = Math.Clamp(places[i], 0, size - 1);
            long low = (long)place;
            shares[(i * size) + low] = (float)(1 - (place - low));
            if (low + 1 < size)
                shares[(i * size) + low + 1] = (float)(place - low);
        }

        return TensorData.Create<float>(shares, places.Length, size);
    }
}
