using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's InvertPermutation → ScatterND: for each number its place in a permutation.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexInvertPermutation", MinOpset = 11)]
internal sealed class FlexInvertPermutationHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value permutation = op.Indices(0);
        Value places = emit.Indices(emit.Length(permutation, 0));
        Value inverse = emit.ScatterND(emit.Zeros(emit.Shape(permutation), ElementType.Int64), emit.Unsqueeze(permutation, 1), places);
        op.DeclaredResult(0, emit.Cast(inverse, op.OutputType(0)));
    }
}
