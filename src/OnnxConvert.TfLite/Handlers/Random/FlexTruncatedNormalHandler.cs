using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's TruncatedNormal → RandomNormalLike, several at a time: of the numbers for one place the first within two standard deviations counts.</summary>
/// <remarks>One in 22 lies further out, all eight in less than 10^10; the last is limited.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexTruncatedNormal", Restrictions = "other random numbers of the same distribution")]
internal sealed class FlexTruncatedNormalHandler : IOpHandler
{
    private const int Draws = 8;
    private const int Limit = 2;

    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value zeros = emit.Zeros(op.Indices(0), op.OutputType(0));
        NodeAttribute[] attributes = op.Seed();
        // A seed fixes the numbers of each node.
        Value draws = emit.Node("RandomNormalLike", [emit.Concat([.. Enumerable.Repeat(emit.Unsqueeze(zeros, 0), Draws)], 0)], attributes);
        Value y = emit.Clip(Draw(Draws - 1), -Limit, Limit);
        for (int i = Draws - 2; i >= 0; i--)
            y = emit.Where(emit.Compare("Less", emit.Unary("Abs", Draw(i)), emit.Const(Limit, y.ElementType)), Draw(i), y);
        op.Result(0, y);

        Value Draw(long number) => emit.Gather(draws, emit.Const(number), 0);
    }
}
