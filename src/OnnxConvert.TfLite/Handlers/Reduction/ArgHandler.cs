using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The index of the largest or smallest element along an axis, the first of equal ones; the axis is removed.</summary>
/// <param name="onnxOp">The ONNX operator.</param>
/// <param name="best">The real number than which none is better.</param>
/// <remarks>
/// The kernels compare one element after the other with the best so far: NaN is passed over, unless it is the first, which nothing is
/// better than. ONNX leaves that open. The option output_type is unset in some files; the output tensor has the type.
/// </remarks>
internal abstract class ArgHandler(string onnxOp, double best) : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.ConstantInts(1) is [var axis])
            op.RawResult(0, op.Emit.Cast(Index(op, op.Axis(axis, op.Rank(0))), op.OutputType(0)));
        else
            op.RawResult(0, op.Emit.Cast(IndexAlongComputed(op), op.OutputType(0)));
    }

    private Value Index(OpContext op, int axis) => op.Emit.ArgReduce(onnxOp, WithoutNaN(op.Emit, op.Raw(0), axis, op.Rank(0)), axis);

    /// <summary>The axis is moved to the end, where a product of sizes that are known when the model runs takes its place.</summary>
    private Value IndexAlongComputed(OpContext op)
    {
        Emitter emit = op.Emit;
        int rank = op.Rank(0);
        Value axis = emit.Reshape(emit.Cast(op.Declared(1), ElementType.Int64), 1);
        axis = emit.Where(emit.Compare("Less", axis, emit.Const(0L)), emit.Add(axis, emit.Const((long)rank)), axis);
        Value sizes = emit.Shape(op.Raw(0));
        Value before = emit.Slice(sizes, emit.Ints(0), axis, emit.Ints(0));
        Value behind = emit.Slice(sizes, emit.Add(axis, emit.Const(1L)), emit.Ints(int.MaxValue), emit.Ints(0));
        Value along = emit.Gather(sizes, axis, 0);
        Value three = emit.Reshape(op.Raw(0), emit.Concat([emit.Ints(-1), along, emit.Reduce("ReduceProd", behind, [0L], keepDims: true)], 0));
        Value index = emit.ArgReduce(onnxOp, WithoutNaN(emit, three, 1, 3), 1);
        return emit.Reshape(index, emit.Concat([before, behind], 0));
    }

    /// <summary>The worst number in place of NaN, the best one in the first place along the axis.</summary>
    private Value WithoutNaN(Emitter emit, Value x, int axis, int rank)
    {
        if (!x.ElementType.IsFloat() || rank == 0)
            return x;
        ElementType type = x.ElementType == ElementType.Double ? ElementType.Double : ElementType.Float;
        x = emit.Cast(x, type);
        Value isFirst = emit.Compare("Equal", emit.Indices(emit.Length(x, axis)), emit.Const(0L));
        Value inPlace = emit.Where(isFirst, emit.Const(best, type), emit.Const(-best, type));
        if (axis < rank - 1)
            inPlace = emit.Unsqueeze(inPlace, [.. Enumerable.Range(1, rank - 1 - axis).Select(place => (long)place)]);
        return emit.Where(emit.Node("IsNaN", [x]), inPlace, x);
    }
}
