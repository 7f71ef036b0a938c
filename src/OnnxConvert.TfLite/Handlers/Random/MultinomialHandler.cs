using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// MULTINOMIAL → Multinomial: draws classes by their unnormalized logarithms of probabilities. Inputs logits (batch, classes), the
/// number of draws. Where that is computed, each draw is the largest of the logits with noise of Gumbel's distribution added.
/// </summary>
/// <remarks>Gumbel noise: <c>-ln(-ln u)</c>, u uniform.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Multinomial, Restrictions = "other random numbers of the same distribution")]
[OpHandler(TfLiteOps.CustomDomain, "FlexMultinomial", Restrictions = "other random numbers of the same distribution")]
internal sealed class MultinomialHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value logits = op.Real(0);
        Value drawn = op.ConstantInts(1) is [var count]
            ? op.Emit.Node("Multinomial", [logits], [new("dtype", (long)op.OutputType(0)), new("sample_size", count), .. op.Seed()])
            : op.Emit.Cast(Draw(op, logits), op.OutputType(0));
        op.RawResult(0, drawn);
    }

    private static Value Draw(OpContext op, Value logits)
    {
        Emitter emit = op.Emit;
        Value count = emit.Reshape(emit.Cast(op.Declared(1), ElementType.Int64), 1);
        Value sizes = emit.Concat([emit.Size(logits, 0), count, emit.Size(logits, 1)], 0);
        Value uniform = emit.Node("RandomUniformLike", [emit.Zeros(sizes, ElementType.Float)], op.Seed());
        Value noise = emit.Unary("Neg", emit.Unary("Log", emit.Unary("Neg", emit.Unary("Log", uniform))));
        return emit.ArgReduce("ArgMax", emit.Add(emit.Unsqueeze(logits, 1), noise), 2);
    }
}
