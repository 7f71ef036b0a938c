using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>An operator on the bits of two inputs. ONNX has it since opset 18; before, it is computed bit by bit.</summary>
/// <param name="onnxOp">The ONNX operator.</param>
internal abstract class BitwiseHandler(string onnxOp) : IOpHandler
{
    public void Convert(OpContext op) =>
        op.DeclaredResult(0, op.Emit.Bitwise(onnxOp, op.Declared(0), op.Declared(1)));
}
