using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RESIZE_BILINEAR of int8, too, as the reference kernel computes it, which is the one of TFLite Micro. Registered by <see cref="ReferenceResizing"/>.</summary>
internal sealed class ReferenceResizeBilinearHandler : IOpHandler
{
    private readonly ResizeBilinearHandler _exact = new();

    public void Convert(OpContext op)
    {
        if (IntegerBilinear.Differs(op))
            op.DeclaredResult(0, IntegerBilinear.Resize(op));
        else
            _exact.Convert(op);
    }
}
