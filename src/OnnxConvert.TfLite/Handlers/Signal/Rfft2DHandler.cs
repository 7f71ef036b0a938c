using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// RFFT2D → DFT along the rows, of which one half is kept, then along the columns; before opset 17 MatMul with the transform's matrices.
/// Inputs tensor (..., h, w), sizes (2): the tensor is cut or padded with zeros to these. Result (..., H, W / 2 + 1), complex.
/// </summary>
/// <remarks>DFT: 17 → 20 (axis as input).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Rfft2D, Restrictions = "before opset 17 the sizes must be constant")]
[OpHandler(TfLiteOps.CustomDomain, "FlexRFFT2D", Restrictions = "before opset 17 the sizes must be constant")]
internal sealed class Rfft2DHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.Opset < 17)
            ConvertByMatrices(op);
        else if (op.ConstantInts(1) is { } sizes)
            op.ComplexResult(0, Transform(op, op.Emit.Ints(sizes[0]), op.Emit.Ints(sizes[1])));
        else
            ConvertComputed(op);
    }

    private static void ConvertComputed(OpContext op)
    {
        Value sizes = op.Emit.Cast(op.Declared(1), ElementType.Int64);
        op.ComplexResult(0, Transform(op, op.Emit.Slice(sizes, [0], [1], [0]), op.Emit.Slice(sizes, [1], [2], [0])));
    }

    private static Value Transform(OpContext op, Value height, Value width)
    {
        Emitter emit = op.Emit;
        int rank = op.Rank(0);
        // The transform takes one batch dimension at least.
        Value x = rank == 2 ? emit.Unsqueeze(op.Real(0), 0) : op.Real(0);
        long rows = Math.Max(rank - 2, 1);
        Value half = emit.Dft(emit.Unsqueeze(x, rows + 2), width, rows + 1, isOneSided: true);
        Value y = emit.Dft(half, height, rows, isOneSided: false);
        return rank == 2 ? emit.Squeeze(y, 0) : y;
    }

    private static void ConvertByMatrices(OpContext op)
    {
        Emitter emit = op.Emit;
        long[] sizes = op.RequireInts(1, "the sizes of the transform, before opset 17,");
        int height = op.TableLength(sizes[0], "the rows");
        int width = op.TableLength(sizes[1], "the columns");
        int half = (width / 2) + 1;
        (double[] cosines, double[] sines) = FourierMatrix.Of(width, op.TableLength((long)width * half, "the transform's matrix"), half);
        Value x = FourierMatrix.Fit(op, op.Real(0), height, width);
        Value real = emit.MatMul(x, FourierMatrix.Const(emit, cosines, width, half));
        Value imaginary = emit.MatMul(x, FourierMatrix.Const(emit, sines, width, half));
        if (height > 1)
        {
            (cosines, sines) = FourierMatrix.Of(height, op.TableLength((long)height * height, "the transform's matrix"), height);
            Value c = FourierMatrix.Const(emit, cosines, height, height);
            Value s = FourierMatrix.Const(emit, sines, height, height);
            (real, imaginary) = (
                emit.Sub(emit.MatMul(c, real), emit.MatMul(s, imaginary)),
                emit.Add(emit.MatMul(c, imaginary), emit.MatMul(s, real)));
        }

        op.ComplexResult(0, emit.Pairs(real, imaginary, op.Rank(0)));
    }
}
