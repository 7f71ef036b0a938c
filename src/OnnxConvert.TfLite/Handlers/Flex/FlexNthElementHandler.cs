using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's NthElement → TopK: the element that comes n-th, counted from 0, when the last dimension is sorted; with reverse from the largest one down.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexNthElement", MinOpset = 11)]
internal sealed class FlexNthElementHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        int axis = op.Rank(0) - 1;
        Value n = op.Index(1);
        Value sorted = emit.TopK(op.Declared(0), emit.Reshape(emit.Add(n, emit.Const(1L)), 1), axis, largest: op.Flag("reverse")).Values;
        op.DeclaredResult(0, emit.Gather(sorted, n, axis));
    }
}
