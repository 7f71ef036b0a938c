using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>BITWISE_XOR → BitwiseXor: the bits that differ.</summary>
/// <remarks>BitwiseXor: 18; before, it is written bit by bit.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.BitwiseXor, MinOpset = 11)]
internal sealed class BitwiseXorHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.DeclaredResult(0, op.Emit.Bitwise("BitwiseXor", op.Declared(0), op.Declared(1)));
}
