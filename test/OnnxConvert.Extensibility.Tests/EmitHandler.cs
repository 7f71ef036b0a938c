using OnnxConvert.Converting;

namespace OnnxConvert.Extensibility;

/// <summary>Writes one ONNX node, for tests that ask only which handler ran.</summary>
internal sealed class EmitHandler(string opType) : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Emit.Unary(opType, op.Real(0)));
}
