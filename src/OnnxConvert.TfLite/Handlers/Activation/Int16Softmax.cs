using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// SOFTMAX of int16 as TFLite's kernel computes it (SoftmaxInt16), whose tables put it up to 15 steps of 2^-15 away from the
/// function itself: exp over [-10, 0] by a table, and the reciprocal of the sum, normalized to 1 + x, by another.
/// </summary>
/// <remarks>Whole numbers are held as double, in which all of this is exact.</remarks>
internal static class Int16Softmax
{
    private const double Limit = 32767;

    /// <summary>The stored result for a stored input; the scale of the result is fixed to 2^-15.</summary>
    internal static Value Convert(OpContext op, float beta)
    {
        Emitter emit = op.Emit;
        int rank = op.Rank(0);
        Value x = emit.Cast(op.Declared(0), ElementType.Double);
        Value below = emit.Sub(x, emit.Reduce("ReduceMax", x, [rank - 1], keepDims: true));
        Value exps = Exp(emit, below, op.Input(0).Quantization!.Scale * (double)beta);
        Value sum = emit.Reduce("ReduceSum", exps, [rank - 1], keepDims: true);

        // The sum is scaled by the power of two that leaves 1 + x with x in [0, 1); exponents from 14 on, since exp(0) is 32767.
        Value power = PowerOfTwo(emit, sum, rank);
        Value normalized = emit.Node("Floor", [emit.Add(emit.Mul(emit.Div(sum, power), emit.Const(65536.0)), emit.Const(0.5))]);
        Value place = emit.Clip(emit.Sub(normalized, emit.Const(98304.0)), -32768, Limit);
        Value reciprocal = Int16Table.LookUp(emit, Int16Table.Sample(v => 1 / (1 + v), 0, 1), place);

        Value shares = emit.Node("Floor", [emit.Add(emit.Div(emit.Mul(exps, reciprocal), power), emit.Const(0.5))]);
        return emit.Cast(emit.Clip(shares, 0, Limit), ElementType.Int16);
    }

    private static Value Exp(Emitter emit, Value below, double scale)
    {
        Value place = emit.Round(emit.Mul(below, emit.Const(scale / (10.0 / 65535.0))));
        Value centred = emit.Clip(emit.Add(place, emit.Const(Limit)), -32768, Limit);
        return Int16Table.LookUp(emit, Int16Table.Sample(Math.Exp, -10, 0), centred);
    }

    /// <summary>The largest power of two that is not above the sum.</summary>
    private static Value PowerOfTwo(Emitter emit, Value sum, int rank)
    {
        double[] powers = [.. Enumerable.Range(14, 17).Select(exponent => Math.ScaleB(1, exponent))];
        Value reached = emit.Compare("GreaterOrEqual", emit.Unsqueeze(sum, rank), emit.Const(TensorData.Vector<double>(powers.AsSpan(1)), "powers"));
        Value count = emit.Reduce("ReduceSum", emit.Cast(reached, ElementType.Int32), [rank], keepDims: false);
        return emit.Gather(emit.Const(TensorData.Vector<double>(powers), "powers"), count, 0);
    }
}
