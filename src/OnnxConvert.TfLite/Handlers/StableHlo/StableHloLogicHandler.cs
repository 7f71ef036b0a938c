using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>A logical operator of two inputs of one shape.</summary>
/// <param name="logicOp">The ONNX operator of bools.</param>
/// <param name="bitwiseOp">The ONNX operator of integers.</param>
internal abstract class StableHloLogicHandler(string logicOp, string bitwiseOp) : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value a = op.Declared(0);
        Value b = op.Declared(1);
        op.DeclaredResult(0, op.OutputType(0) == ElementType.Bool ? op.Emit.Node(logicOp, [a, b]) : op.Emit.Bitwise(bitwiseOp, a, b));
    }
}
