using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's SparseReshape: the indices (n, rank) of the elements of a sparse tensor under other sizes, one of which may be -1. Inputs indices, sizes, new sizes. Gives indices and sizes.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSparseReshape", MinOpset = 10)]
internal sealed class FlexSparseReshapeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value sizes = op.Indices(1);
        Value newSizes = op.Indices(2);
        // With -1 among them, the product of the new sizes is negative.
        Value product = emit.Reduce("ReduceProd", newSizes, [0], keepDims: true);
        Value left = emit.Unary("Neg", emit.Div(emit.Reduce("ReduceProd", sizes, [0], keepDims: true), emit.Where(emit.Compare("Equal", product, emit.Const(0L)), emit.Ints(-1), product)));
        newSizes = emit.Where(emit.Compare("Less", newSizes, emit.Const(0L)), left, newSizes);

        Value place = emit.Reduce("ReduceSum", emit.Mul(op.Indices(0), Strides(emit, sizes)), [1], keepDims: true);
        Value rounds = emit.Div(place, emit.Max(Strides(emit, newSizes), emit.Const(1L)));
        op.DeclaredResult(0, emit.Binary("Mod", rounds, emit.Max(newSizes, emit.Const(1L))));
        op.DeclaredResult(1, newSizes);
    }

    /// <summary>How far apart neighbours stand along each dimension.</summary>
    private static Value Strides(Emitter emit, Value sizes) => RunningProduct.Along(emit, sizes, exclusive: true, reverse: true);
}
