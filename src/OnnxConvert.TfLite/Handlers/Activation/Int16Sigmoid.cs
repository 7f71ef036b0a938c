using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// LOGISTIC and TANH of int16 as TFLite's kernels compute them: one table of the sigmoid with a sample for each 1/24, and linear
/// interpolation between; the tangent is twice the sigmoid of twice its argument, less 1. With an input scale of 2^-12 the
/// kernels take gemmlowp's functions.
/// </summary>
/// <remarks>Whole numbers are held as double, in which all of this is exact.</remarks>
internal static class Int16Sigmoid
{
    private const int Last = 255;
    private const float ScaleOfGemmlowp = 1 / 4096f;

    /// <summary>The stored result, in units of 2^-15.</summary>
    internal static Value Logistic(OpContext op)
    {
        Emitter emit = op.Emit;
        if (op.Input(0).Quantization!.Scale == ScaleOfGemmlowp)
            return emit.Cast(LstmTables.Sigmoid(op, emit, emit.Cast(op.Declared(0), ElementType.Float)), ElementType.Int16);
        Value place = Place(op);
        // In units of 2^-25; the highest result is 32767.5 · 2^-15.
        Value positive = LookUp(emit, place, 512, short.MaxValue * 2);
        Value y = emit.Where(IsPositive(emit, place), emit.Add(positive, emit.Const(512.0)), emit.Sub(emit.Const(33554432.0 + 511), positive));
        return emit.Cast(Floor(emit, y, 1024), ElementType.Int16);
    }

    /// <summary>The stored result, in units of 2^-15.</summary>
    internal static Value Tanh(OpContext op)
    {
        Emitter emit = op.Emit;
        if (op.Input(0).Quantization!.Scale == ScaleOfGemmlowp)
            return emit.Cast(LstmTables.Tanh(op, emit, emit.Cast(op.Declared(0), ElementType.Float), 3), ElementType.Int16);
        Value place = Place(op);
        // In units of 2^-24, from which one half is taken.
        Value positive = LookUp(emit, place, 256, ushort.MaxValue);
        Value y = emit.Where(IsPositive(emit, place), emit.Sub(positive, emit.Const(8388608.0 - 128)), emit.Sub(emit.Const(8388608.0 + 127), positive));
        return emit.Cast(Floor(emit, y, 256), ElementType.Int16);
    }

    /// <summary>The input in units of 1/12288: times a multiplier of 16 bits, shifted right.</summary>
    private static Value Place(OpContext op)
    {
        Emitter emit = op.Emit;
        double multiplier = op.Input(0).Quantization!.Scale * 4096.0 * 3;
        int shift = 0;
        while (multiplier <= short.MaxValue / 2.0 && shift <= 30)
        {
            shift++;
            multiplier *= 2;
        }

        Value product = emit.Mul(emit.Cast(op.Declared(0), ElementType.Double), emit.Const((double)(short)multiplier));
        return Floor(emit, emit.Add(product, emit.Const(shift > 0 ? Math.ScaleB(1, shift - 1) : 0)), Math.ScaleB(1, shift));
    }

    /// <summary>The sigmoid of the size of places, in units of 2^-16 over the width of a step.</summary>
    private static Value LookUp(Emitter emit, Value place, int width, int saturated)
    {
        double[] samples = [.. Enumerable.Range(0, Last).Select(i => Math.Round(65536 / (1 + Math.Exp(-i / 24.0)))), saturated];
        double end = Math.Round(65536 / (1 + Math.Exp(-Last / 24.0)));
        double[] slopes = [.. Enumerable.Range(0, Last).Select(i => (i + 1 < Last ? samples[i + 1] : end) - samples[i]), 0];
        Value size = emit.Unary("Abs", place);
        Value step = Floor(emit, size, width);
        Value offset = emit.Sub(size, emit.Mul(step, emit.Const((double)width)));
        Value index = emit.Cast(emit.Clip(step, 0, Last), ElementType.Int32);
        Value from = emit.Gather(emit.Const(TensorData.Vector<double>(samples), "sigmoid"), index, 0);
        Value slope = emit.Gather(emit.Const(TensorData.Vector<double>(slopes), "slopes"), index, 0);
        return emit.Add(emit.Mul(from, emit.Const((double)width)), emit.Mul(slope, offset));
    }

    private static Value IsPositive(Emitter emit, Value place) => emit.Compare("GreaterOrEqual", place, emit.Const(0.0));

    private static Value Floor(Emitter emit, Value x, double divisor) => emit.Unary("Floor", emit.Mul(x, emit.Const(1 / divisor)));
}
