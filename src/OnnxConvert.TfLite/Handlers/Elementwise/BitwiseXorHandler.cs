using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>BITWISE_XOR → BitwiseXor: the bits that differ.</summary>
/// <remarks>BitwiseXor: 18.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.BitwiseXor, MinOpset = 18)]
internal sealed class BitwiseXorHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.DeclaredResult(0, op.Emit.Node("BitwiseXor", [op.Declared(0), op.Declared(1)]));
}
