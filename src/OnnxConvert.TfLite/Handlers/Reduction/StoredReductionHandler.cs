using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>A reduction that picks an element, as it is stored.</summary>
/// <param name="onnxOp">The ONNX operator.</param>
internal abstract class StoredReductionHandler(string onnxOp) : IOpHandler
{
    public void Convert(OpContext op) => op.RawResult(0, op.Reduce(onnxOp, op.Raw(0)));
}
