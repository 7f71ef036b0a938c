using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RESIZE_BILINEAR → Resize(linear). Input (N, H, W, C), sizes (2): the new height and width.</summary>
/// <remarks>
/// The only kernel of int16 places samples to 1/1024 of an element; that is written out where sizes are known. Of int8 the
/// definition is taken, as by XNNPACK; <see cref="ReferenceResizeBilinearHandler"/> has the reference kernel's places.
/// Resize: 10 → 11 (coordinate transformation, sizes) → 13 → 18 → 19.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ResizeBilinear)]
[OpHandler(TfLiteOps.CustomDomain, "FlexResizeBilinear")]
internal sealed class ResizeBilinearHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.InputType(0) == ElementType.Int16 && IntegerBilinear.Differs(op))
        {
            op.DeclaredResult(0, IntegerBilinear.Resize(op));
            return;
        }

        string coordinates = op.Flag("align_corners") ? "align_corners" : op.Flag("half_pixel_centers") ? "half_pixel" : "asymmetric";
        bool areStored = StoredMeans.Covers(op);
        Value x = op.Emit.ToChannelsFirst(areStored ? StoredMeans.Integers(op) : op.Real(0));
        Value y = op.Emit.ToChannelsLast(op.Emit.Resize(x, ResizeSizes.Of(op, x), "linear", coordinates));
        if (areStored)
            StoredMeans.Result(op, y, RealRange.All);
        else
            op.Result(0, y);
    }
}
