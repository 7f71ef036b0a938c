using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>An arithmetic operator of two inputs of one shape, of which TFLite's kernel takes the bare integers, quantized or not.</summary>
/// <param name="onnxOp">The ONNX operator of numbers.</param>
/// <param name="logicOp">The ONNX operator that does the same to bools.</param>
internal abstract class StableHloArithmeticHandler(string onnxOp, string logicOp) : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value a = op.Declared(0);
        Value b = op.Declared(1);
        op.DeclaredResult(0, op.OutputType(0) == ElementType.Bool ? op.Emit.Node(logicOp, [a, b]) : op.Emit.Binary(onnxOp, a, b));
    }
}
