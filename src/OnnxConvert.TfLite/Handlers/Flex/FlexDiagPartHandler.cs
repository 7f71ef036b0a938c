using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's DiagPart → Slice: the main diagonal (sizes...) of a tensor (sizes..., sizes...).</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexDiagPart", MinOpset = 10)]
internal sealed class FlexDiagPartHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = op.Declared(0);
        Value sizes = emit.Slice(emit.Shape(x), [0], [op.Rank(0) / 2], [0]);
        // Neighbours on the diagonal are one row and one element apart.
        Value step = emit.Add(emit.Reduce("ReduceProd", sizes, [0], keepDims: true), emit.Const(1L));
        Value diagonal = emit.Slice(emit.Reshape(x, -1), emit.Ints(0), emit.Ints(long.MaxValue), emit.Ints(0), step);
        op.DeclaredResult(0, emit.Reshape(diagonal, sizes));
    }
}
