using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>An operator on the bits of two inputs.</summary>
/// <param name="onnxOp">The ONNX operator.</param>
internal abstract class BitwiseHandler(string onnxOp) : IOpHandler
{
    public void Convert(OpContext op) =>
        op.DeclaredResult(0, op.Emit.Node(onnxOp, [op.Declared(0), op.Declared(1)]));
}
