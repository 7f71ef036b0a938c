using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>An arithmetic operator of two inputs that broadcast, with a fused activation, which ONNX has under another name.</summary>
/// <param name="onnxOp">The ONNX operator.</param>
internal abstract class BinaryHandler(string onnxOp) : IOpHandler
{
    public void Convert(OpContext op) =>
        op.Result(0, op.Emit.Binary(onnxOp, op.Real(0), op.Real(1)), op.Activation());
}
