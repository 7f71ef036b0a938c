using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TensorFlow's CTCGreedyDecoder: the most likely class at each time, without blanks, and on request without repeated ones. Inputs
/// scores (time, batch, classes), lengths (batch). Gives a sparse matrix (index, class, sizes), and the negated sum of the scores
/// that were taken (batch, 1).
/// </summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexCTCGreedyDecoder", MinOpset = 11)]
internal sealed class FlexCtcGreedyDecoderHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value scores = emit.Transpose(op.Real(0), 1, 0, 2);
        Value best = emit.ArgReduce("ArgMax", scores, 2);
        Value isTime = emit.Compare("Less", emit.Indices(emit.Length(scores, 1)), emit.Unsqueeze(op.Indices(1), 1));
        Value kept = emit.And(isTime, emit.Not(emit.Compare("Equal", best, Blank(op, scores))));
        if (op.Flag("merge_repeated"))
            kept = emit.And(kept, emit.Not(emit.Compare("Equal", best, Previous(emit, best))));

        (Value rows, Value places, Value classes, Value longest) = SparseRows.Of(emit, best, kept);
        op.DeclaredResult(0, emit.Concat([emit.Unsqueeze(rows, 1), emit.Unsqueeze(places, 1)], 1));
        op.DeclaredResult(1, classes);
        op.DeclaredResult(2, emit.Concat([emit.Size(scores, 0), longest], 0));

        Value largest = emit.Reduce("ReduceMax", scores, [2], keepDims: false);
        Value taken = emit.Where(isTime, largest, emit.Const(0, largest.ElementType));
        op.Result(3, emit.Unary("Neg", emit.Reduce("ReduceSum", taken, [1], keepDims: true)));
    }

    /// <summary>The class that stands for none; a negative one counts from the end.</summary>
    private static Value Blank(OpContext op, Value scores)
    {
        long blank = op.Node.Attributes.Int("blank_index", -1);
        return blank < 0 ? op.Emit.Add(op.Emit.Length(scores, 2), op.Emit.Const(blank)) : op.Emit.Const(blank);
    }

    /// <summary>The class one time earlier, and none at first.</summary>
    private static Value Previous(Emitter emit, Value best) =>
        emit.Slice(emit.Pad(best, [0, 1], [0, 0], emit.Const(-1L)), [0], [-1], [1]);
}
