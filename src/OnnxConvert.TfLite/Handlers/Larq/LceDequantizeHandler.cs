using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Larq's LceDequantize → the signs that bits stand for (<see cref="BinaryTensor"/>), as many as the output has in its last dimension.</summary>
[OpHandler(TfLiteOps.CustomDomain, "LceDequantize", MinOpset = 11)]
internal sealed class LceDequantizeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        long channels = op.Output(0).Shape is { Rank: > 0 } shape && shape[shape.Rank - 1].Size is { } size
            ? size
            : throw op.NotSupported("the last dimension of the output must be known", op.Output(0));
        Value signs = BinaryTensor.Signs(op, 0, channels);
        if (op.OutputType(0) == ElementType.Bool)
            op.DeclaredResult(0, op.Emit.Compare("Greater", signs, op.Emit.Const(0f)));
        else
            op.Result(0, signs);
    }
}
