using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>A reduction that computes with real numbers.</summary>
/// <param name="onnxOp">The ONNX operator.</param>
internal abstract class RealReductionHandler(string onnxOp) : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Reduce(onnxOp, op.Real(0)));
}
