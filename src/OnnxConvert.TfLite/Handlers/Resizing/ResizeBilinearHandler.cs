using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RESIZE_BILINEAR → Resize(linear). Input (N, H, W, C), sizes (2): the new height and width.</summary>
/// <remarks>Resize: 10 → 11 (coordinate transformation, sizes) → 13 → 18 → 19.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ResizeBilinear, MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexResizeBilinear", MinOpset = 11)]
internal sealed class ResizeBilinearHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        string coordinates = op.Flag("align_corners") ? "align_corners" : op.Flag("half_pixel_centers") ? "half_pixel" : "asymmetric";
        Value x = op.Emit.ToChannelsFirst(op.Real(0));
        op.Result(0, op.Emit.ToChannelsLast(op.Emit.Resize(x, ResizeSizes.Of(op, x), "linear", coordinates)));
    }
}
