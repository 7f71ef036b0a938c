using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Numbers of mean 0 and standard deviation 1: of each two uniform ones u and v, <c>√(-2 ln u)</c> times sine and cosine of <c>2πv</c> (Box and Muller).</summary>
/// <param name="hasKey">Whether there is a key in place of a seed.</param>
internal abstract class StatelessNormalHandler(bool hasKey) : StatelessRandomHandler(hasKey)
{
    private const float Smallest = 1e-7f;

    protected override Value Numbers(OpContext op, StatelessBits bits, Value count)
    {
        Emitter emit = op.Emit;
        Value even = emit.Mul(emit.Div(emit.Add(count, emit.Const(1L)), emit.Const(2L)), emit.Const(2L));
        Value pairs = emit.Reshape(Uniform(op, bits.Draw(emit, even)), -1, 2);
        Value u = emit.Max(emit.Slice(pairs, [0], [1], [1]), emit.Const(Smallest));
        Value angle = emit.Mul(emit.Slice(pairs, [1], [2], [1]), emit.Const((float)(2 * Math.PI)));
        Value radius = emit.Unary("Sqrt", emit.Mul(emit.Unary("Log", u), emit.Const(-2f)));
        Value both = emit.Mul(emit.Concat([emit.Unary("Sin", angle), emit.Unary("Cos", angle)], 1), radius);
        return emit.Slice(emit.Reshape(both, -1), emit.Ints(0), emit.Reshape(count, 1), emit.Ints(0));
    }
}
