using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>An operator of one input, applied to each element, which ONNX has under another name.</summary>
/// <param name="onnxOp">The ONNX operator.</param>
internal abstract class UnaryHandler(string onnxOp) : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Emit.Unary(onnxOp, op.Real(0)));
}
