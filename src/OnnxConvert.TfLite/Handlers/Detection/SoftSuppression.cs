using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// Suppression step by step: the best box is chosen, and the scores of all boxes, its own among them, are lowered by how far
/// they overlap it, to nothing from the threshold on. That is what TFLite computes when a score is asked for, box by box.
/// </summary>
internal static class SoftSuppression
{
    /// <param name="op">The operator: inputs boxes, scores, number of results, threshold of overlap, threshold of score.</param>
    /// <param name="sigma">A scalar that says how fast scores fall, or null where they do not.</param>
    internal static Suppressed Find(OpContext op, Value? sigma)
    {
        Emitter emit = op.Emit;
        Corners boxes = Corners.Of(emit, op.Real(0));
        Value overlapThreshold = emit.Reshape(op.Real(3));
        Value scoreThreshold = emit.Reshape(op.Real(4));
        Value? decay = sigma is null ? null : Decay(emit, sigma);

        Value scores = op.Real(1);
        Value isCandidate = emit.Compare("Greater", scores, scoreThreshold);
        Value none = emit.Const(float.NegativeInfinity);
        Value candidates = emit.Reduce("ReduceSum", emit.Cast(isCandidate, ElementType.Int64), [0], keepDims: false);
        Value rounds = emit.Zeros(emit.Reshape(op.Declared(2), 1), ElementType.Float);

        (_, Value[] results) = emit.Scan([emit.Where(isCandidate, scores, none), candidates], [rounds], isReverse: false, (step, states, _) =>
        {
            Value best = step.ArgReduce("ArgMax", states[0], 0);
            Value score = step.Gather(states[0], best, 0);
            Value isFound = step.Node("And", [step.Compare("Greater", score, scoreThreshold), step.Compare("Greater", states[1], step.Const(0L))]);
            Value overlap = boxes.Overlap(step, best);
            Value lowered = decay is null ? states[0] : step.Mul(states[0], step.Unary("Exp", step.Mul(step.Mul(decay, overlap), overlap)));
            Value isOut = step.Node("Or", [step.Compare("GreaterOrEqual", overlap, overlapThreshold), step.Not(step.Compare("Greater", states[0], scoreThreshold))]);
            return (
                [step.Where(isOut, none, lowered), step.Sub(states[1], step.Const(1L))],
                [step.Where(isFound, best, step.Const(0L)), step.Where(isFound, score, step.Const(0f)), step.Cast(isFound, ElementType.Int64)]);
        });
        return new Suppressed(results[0], results[1], emit.Reduce("ReduceSum", results[2], [0], keepDims: false));
    }

    /// <summary>The factor of the squared overlap in the exponent; 0 where sigma is not positive.</summary>
    private static Value Decay(Emitter emit, Value sigma) =>
        emit.Where(emit.Compare("Greater", sigma, emit.Const(0f)), emit.Div(emit.Const(-0.5f), sigma), emit.Const(0f));
}
