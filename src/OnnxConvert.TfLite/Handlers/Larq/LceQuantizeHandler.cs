using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Larq's LceQuantize → Less, Where: the signs of numbers, +1 for 0, as bits (<see cref="BinaryTensor"/>); of truth values, +1 for true.</summary>
[OpHandler(TfLiteOps.CustomDomain, "LceQuantize", MinOpset = 11)]
internal sealed class LceQuantizeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.OutputType(0) != ElementType.Int32)
            throw op.NotSupported($"gives {op.OutputType(0).DisplayName()}; it is defined with int32, of 32 signs each", op.Output(0));
        Value isNegative = op.InputType(0) == ElementType.Bool
            ? op.Emit.Not(op.Declared(0))
            : op.Emit.Compare("Less", op.Real(0), op.Emit.Const(0, op.Real(0).ElementType));
        BinaryTensor.SetResult(op, op.Rank(0), op.Emit.Where(isNegative, op.Emit.Const(-1f), op.Emit.Const(1f)));
    }
}
