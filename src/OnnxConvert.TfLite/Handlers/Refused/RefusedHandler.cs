using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>An operator that has no meaning in ONNX: it is refused with the reason, unless the caller passes it through.</summary>
/// <param name="reason">Why there is no ONNX form.</param>
internal abstract class RefusedHandler(string reason) : IOpHandler
{
    public void Convert(OpContext op) =>
        throw op.NotSupported($"{reason}; write it as a node of another domain with PassThrough (--pass-through), or register a handler with [OpHandler]");
}
