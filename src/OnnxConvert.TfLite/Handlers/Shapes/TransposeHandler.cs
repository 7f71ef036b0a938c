using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TRANSPOSE → Transpose; with a computed permutation, Gather from the flat tensor. Negative entries of the permutation count from the back.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Transpose, Restrictions = "a computed permutation needs a known rank")]
[OpHandler(TfLiteOps.CustomDomain, "FlexTranspose", Restrictions = "a computed permutation needs a known rank")]
[OpHandler(TfLiteOps.CustomDomain, "FlexConjugateTranspose", Restrictions = "a computed permutation needs a known rank")]
internal sealed class TransposeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (!op.InputType(1).IsInteger() || op.Shape(1) is { Rank: not 1 })
            throw op.NotSupported("the permutation must be a vector of integers", op.Input(1));
        if (op.ConstantInts(1) is { } permutation)
            op.RawResult(0, op.Emit.Transpose(op.Raw(0), [.. permutation.Select(axis => op.Axis(axis, permutation.Length))]));
        else
            op.RawResult(0, Gather(op));
    }

    /// <summary>Each dimension of the result counts in steps of the stride that the dimension it comes from has in the flat tensor.</summary>
    private static Value Gather(OpContext op)
    {
        Emitter emit = op.Emit;
        int rank = op.Rank(0);
        if (op.Shape(1)?[0].Size is { } count && count != rank)
            throw op.NotSupported($"the permutation has {count} entries for {rank} dimensions", op.Input(1));
        Value x = op.Raw(0);
        Value permutation = emit.Cast(op.Declared(1), ElementType.Int64);
        permutation = emit.Where(emit.Compare("Less", permutation, emit.Const(0L)), emit.Add(permutation, emit.Const((long)rank)), permutation);
        Value sizes = emit.Gather(emit.Shape(x), permutation, 0);
        Value strides = emit.Gather(Strides(emit, emit.Shape(x), rank), permutation, 0);

        Value places = emit.Const(0L);
        for (int axis = 0; axis < rank; axis++)
        {
            Value numbers = emit.Indices(emit.Gather(sizes, emit.Const((long)axis), 0));
            Value steps = emit.Mul(numbers, emit.Gather(strides, emit.Const((long)axis), 0));
            places = emit.Add(places, emit.Unsqueeze(steps, [.. Enumerable.Range(1, rank - 1 - axis).Select(inner => (long)inner)]));
        }

        return emit.Gather(emit.Reshape(x, -1), places, 0);
    }

    private static Value Strides(Emitter emit, Value sizes, int rank)
    {
        var strides = new Value[rank];
        Value stride = emit.Ints(1);
        for (int axis = rank - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride = emit.Mul(stride, emit.Slice(sizes, [axis], [axis + 1], [0]));
        }

        return emit.Concat(strides, 0);
    }
}
