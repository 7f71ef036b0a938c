using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TensorFlow's NonMaxSuppressionV5 → NonMaxSuppression, or Scan for soft suppression: each box that is chosen lowers the scores of
/// those that overlap it by <c>e^(-overlap² / 2σ)</c>, and to 0 beyond the largest overlap. Inputs as V4, and σ. Gives the boxes, their scores, and how many there are.
/// </summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexNonMaxSuppressionV5", MinOpset = 11)]
internal sealed class FlexNonMaxSuppressionV5Handler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value limit = emit.Reshape(op.Index(2), 1);
        bool isHard = op.Constant(5) is { ElementType: ElementType.Float, ElementCount: 1 } sigma && sigma.AsSpan<float>()[0] <= 0;
        (Value boxes, Value scores, Value count) = isHard ? Hard(op, limit) : Soft(op, limit);
        if (op.Flag("pad_to_max_output_size"))
        {
            Value missing = emit.Concat([emit.Ints(0), emit.Sub(limit, count)], 0);
            (boxes, scores) = (emit.Pad(boxes, missing), emit.Pad(scores, missing));
        }

        op.DeclaredResult(0, emit.Cast(boxes, op.OutputType(0)));
        op.Result(1, scores);
        op.DeclaredResult(2, emit.Cast(emit.Reshape(count), op.OutputType(2)));
    }

    private static (Value Boxes, Value Scores, Value Count) Hard(OpContext op, Value limit)
    {
        Value boxes = FlexNonMaxSuppressionHandler.Select(op, limit);
        return (boxes, op.Emit.Gather(op.Real(1), boxes, 0), op.Emit.Size(boxes, 0));
    }

    private static (Value Boxes, Value Scores, Value Count) Soft(OpContext op, Value limit)
    {
        Emitter emit = op.Emit;
        Corners boxes = Corners.Of(emit, op.Real(0));
        Value largestOverlap = emit.Reshape(op.Real(3));
        Value lowestScore = emit.Reshape(op.Real(4));
        Value sigma = emit.Reshape(op.Real(5));
        Value isSoft = emit.Compare("Greater", sigma, emit.Const(0f));
        Value decay = emit.Where(isSoft, emit.Div(emit.Const(-0.5f), sigma), emit.Const(0f));
        Value none = emit.Const(float.NegativeInfinity);
        Value scores = op.Real(1);
        Value numbers = emit.Indices(emit.Length(scores, 0));
        Value rounds = emit.Zeros(emit.Min(limit, emit.Size(scores, 0)), ElementType.Float);

        (_, Value[] found) = emit.Scan([Keep(emit, scores, lowestScore, none)], [rounds], isReverse: false, (step, states, _) =>
        {
            Value best = step.ArgReduce("ArgMax", states[0], 0);
            Value overlap = boxes.Overlap(step, best);
            Value isOut = step.Compare("Greater", overlap, largestOverlap);
            Value weight = step.Where(isOut, step.Const(0f), step.Unary("Exp", step.Mul(step.Mul(decay, overlap), overlap)));
            Value lowered = Keep(step, step.Mul(states[0], weight), lowestScore, none);
            Value isDropped = step.Node("Or", [step.Compare("Equal", numbers, best), step.And(isOut, step.Not(isSoft))]);
            return ([step.Where(isDropped, none, lowered)], [best, step.Gather(states[0], best, 0)]);
        });
        Value count = emit.Reduce("ReduceSum", emit.Cast(emit.Compare("Greater", found[1], none), ElementType.Int64), [0], keepDims: true);
        return (First(found[0]), First(found[1]), count);

        Value First(Value values) => emit.Slice(values, emit.Ints(0), count, emit.Ints(0));
    }

    /// <summary>The scores above the lowest one that counts. Where there was none before, the product with a weight is none, or NaN, and so none again.</summary>
    private static Value Keep(Emitter emit, Value scores, Value lowest, Value none) => emit.Where(emit.Compare("Greater", scores, lowest), scores, none);
}
