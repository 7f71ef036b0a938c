using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RESIZE_BILINEAR of integers as TFLite's reference kernel computes it (ResizeBilinearInteger): weights of 10 bits, one rounding, half away from zero.</summary>
/// <remarks>Whole numbers are held as double, in which all of this is exact.</remarks>
internal static class IntegerBilinear
{
    private const int One = 1 << 10;

    /// <summary>Whether it can be written, and gives something else than the definition does; of 16 bits the rounding of weights alone shows.</summary>
    internal static bool Differs(OpContext op) =>
        op.StoredQuantization(0) is { IsPerTensor: true } && op.InputType(0) == op.OutputType(0)
        && op.InputType(0) is ElementType.Int8 or ElementType.Int16
        && op.Sizes(0) is [_, var height, var width, _] && op.ConstantInts(1) is [> 0 and var newHeight, > 0 and var newWidth]
        && (op.InputType(0) == ElementType.Int16 || !IsExact(op, height, newHeight) || !IsExact(op, width, newWidth));

    private static bool IsExact(OpContext op, long size, long resized) => op.Flag("align_corners") && resized > 1
        ? One * (size - 1) % (resized - 1) == 0
        : One * size % resized == 0;

    /// <summary>The result in the declared type; input (N, H, W, C) and sizes are known.</summary>
    internal static Value Resize(OpContext op)
    {
        Emitter emit = op.Emit;
        long[] sizes = op.Sizes(0)!;
        long[] resized = op.ConstantInts(1)!;
        Value x = emit.Cast(op.Declared(0), ElementType.Double);
        for (int axis = 1; axis <= 2; axis++)
            x = Interpolate(op, x, axis, sizes[axis], op.TableLength(resized[axis - 1], "the new size"));
        Value mean = emit.Mul(x, emit.Const(1.0 / One / One));
        Value rounded = emit.Mul(emit.Unary("Sign", mean), emit.Unary("Floor", emit.Add(emit.Unary("Abs", mean), emit.Const(0.5))));
        return emit.Cast(rounded, op.OutputType(0));
    }

    private static Value Interpolate(OpContext op, Value x, int axis, long size, int resized)
    {
        Emitter emit = op.Emit;
        bool aligns = op.Flag("align_corners") && resized > 1;
        long scale = aligns ? ((One * (size - 1)) + ((resized - 1) / 2)) / (resized - 1) : ((One * size) + (resized / 2)) / resized;
        var lower = new long[resized];
        var upper = new long[resized];
        var weights = new double[resized];
        for (int i = 0; i < resized; i++)
        {
            long place = (i * scale) + (op.Flag("half_pixel_centers") ? (scale / 2) - (One / 2) : 0);
            lower[i] = Math.Max(place / One, 0);
            upper[i] = Math.Min((place + One - 1) / One, size - 1);
            weights[i] = place - (One * lower[i]);
        }

        var dims = new long[4 - axis];
        Array.Fill(dims, 1);
        dims[0] = resized;
        Value ofUpper = emit.Const(TensorData.Create<double>(weights, dims), "weights");
        Value ofLower = emit.Const(TensorData.Create<double>([.. weights.Select(weight => One - weight)], dims), "weights");
        return emit.Add(emit.Mul(emit.Gather(x, emit.Ints(lower), axis), ofLower), emit.Mul(emit.Gather(x, emit.Ints(upper), axis), ofUpper));
    }
}
