using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// DenseImageWarp → GatherND of the four neighbours of each point and arithmetic. Inputs image (N, H, W, C) and flow (N, H, W, 2) float, y before x;
/// each pixel of the output is the image at its own place less the flow. Height and width must be known, and at least 2.
/// </summary>
/// <remarks>Points outside take the nearest border. GatherND: batch_dims since 12.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "DenseImageWarp", MinOpset = 12, Restrictions = "height and width must be known")]
internal sealed class DenseImageWarpHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        (long height, long width) = (op.Size(0, 1), op.Size(0, 2));
        if (height < 2 || width < 2)
            throw op.NotSupported($"takes images of at least 2x2 pixels, not {height}x{width}", op.Input(0));
        Value points = emit.Sub(emit.Const(TensorData.Create<float>(Places(op, height, width), 1, height, width, 2), "places"), op.Real(1));
        Value last = emit.Const(TensorData.Vector<float>(height - 2, width - 2));
        Value corner = emit.Min(emit.Max(emit.Unary("Floor", points), emit.Const(0f)), last);
        IReadOnlyList<Value> shares = emit.Split(emit.Clip(emit.Sub(points, corner), 0, 1), 3, 1, 1);

        Value indices = emit.Cast(corner, ElementType.Int64);
        Value upper = Mix(emit, Pixel(0, 0), Pixel(0, 1), shares[1]);
        Value lower = Mix(emit, Pixel(1, 0), Pixel(1, 1), shares[1]);
        op.Result(0, Mix(emit, upper, lower, shares[0]));

        Value Pixel(long down, long right) => emit.Node(
            "GatherND",
            [op.Real(0), (down | right) == 0 ? indices : emit.Add(indices, emit.Ints(down, right))],
            new NodeAttribute("batch_dims", 1L));
    }

    private static float[] Places(OpContext op, long height, long width)
    {
        var places = new float[op.TableLength(2 * height * width, "the places of its pixels")];
        for (int i = 0; i < places.Length; i += 2)
            (places[i], places[i + 1]) = (i / 2 / width, i / 2 % width);
        return places;
    }

    private static Value Mix(Emitter emit, Value a, Value b, Value share) => emit.Add(emit.Mul(emit.Sub(b, a), share), a);
}
