using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's UpperBound → LessOrEqual and ReduceSum: for each value (batch, m) how many of the sorted numbers (batch, n) are not greater than it.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexUpperBound")]
internal sealed class FlexUpperBoundHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value below = emit.Compare("LessOrEqual", emit.Unsqueeze(op.Declared(0), 1), emit.Unsqueeze(op.Declared(1), 2));
        Value count = emit.Reduce("ReduceSum", emit.Cast(below, ElementType.Int32), [2], keepDims: false);
        op.DeclaredResult(0, emit.Cast(count, op.OutputType(0)));
    }
}
