using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TensorFlow's CropAndResize → Gather of the pixels around each sample, and their weighted mean. Inputs images (N, H, W, C), boxes
/// (K, 4) as y1, x1, y2, x2 in parts of the image, the image of each box (K), height and width of the crops; (K, height, width, C).
/// </summary>
/// <remarks>Samples outside of the image have the extrapolation value. Resize with tf_crop_and_resize takes one box for all images.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexCropAndResize", MinOpset = 11)]
internal sealed class FlexCropAndResizeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value images = emit.Cast(op.Declared(0), ElementType.Float);
        Samples rows = Samples.Along(op, emit.Length(images, 1), 0);
        Samples columns = Samples.Along(op, emit.Length(images, 2), 1);
        Value y = op.Text("method") == "nearest"
            ? Pixels(op, images, rows.Nearest, columns.Nearest)
            : Bilinear(op, images, rows, columns);
        Value inside = emit.And(emit.Unsqueeze(rows.Inside, 2), emit.Unsqueeze(columns.Inside, 1));
        op.Result(0, emit.Where(emit.Unsqueeze(inside, 3), y, emit.Const(op.Float("extrapolation_value"))));
    }

    private static Value Bilinear(OpContext op, Value images, Samples rows, Samples columns)
    {
        Emitter emit = op.Emit;
        Value right = emit.Unsqueeze(columns.Fraction, 1, 3);
        Value top = Mix(Pixels(op, images, rows.Low, columns.Low), Pixels(op, images, rows.Low, columns.High), right);
        Value bottom = Mix(Pixels(op, images, rows.High, columns.Low), Pixels(op, images, rows.High, columns.High), right);
        return Mix(top, bottom, emit.Unsqueeze(rows.Fraction, 2, 3));

        Value Mix(Value a, Value b, Value fraction) => emit.Add(a, emit.Mul(emit.Sub(b, a), fraction));
    }

    /// <summary>The pixels at rows (K, height) and columns (K, width) of the image of each box.</summary>
    private static Value Pixels(OpContext op, Value images, Value rows, Value columns)
    {
        Emitter emit = op.Emit;
        Value image = emit.Unsqueeze(op.Indices(2), 1);
        Value row = emit.Add(emit.Mul(image, emit.Length(images, 1)), rows);
        Value place = emit.Add(emit.Mul(emit.Unsqueeze(row, 2), emit.Length(images, 2)), emit.Unsqueeze(columns, 1));
        Value pixels = emit.Reshape(images, emit.Concat([emit.Ints(-1), emit.Size(images, 3)], 0));
        return emit.Gather(pixels, place, 0);
    }

    /// <summary>Where the samples of each box stand along one dimension, all (K, samples).</summary>
    private sealed record Samples(Value Inside, Value Low, Value High, Value Fraction, Value Nearest)
    {
        internal static Samples Along(OpContext op, Value size, int dimension)
        {
            Emitter emit = op.Emit;
            Value count = op.ConstantInts(3) is { } known
                ? emit.Const(known[dimension])
                : emit.Gather(op.Indices(3), emit.Const((long)dimension), 0);
            Value first = emit.Slice(op.Real(1), [dimension], [dimension + 1], [1]);
            Value last = emit.Slice(op.Real(1), [dimension + 2], [dimension + 3], [1]);
            Value end = emit.Cast(emit.Sub(size, emit.Const(1L)), ElementType.Float);
            Value steps = emit.Cast(emit.Max(emit.Sub(count, emit.Const(1L)), emit.Const(1L)), ElementType.Float);
            Value step = emit.Div(emit.Mul(emit.Sub(last, first), end), steps);
            Value spread = emit.Add(emit.Mul(first, end), emit.Mul(emit.Cast(emit.Indices(count), ElementType.Float), step));
            Value center = emit.Mul(emit.Mul(emit.Add(first, last), emit.Const(0.5f)), end);
            Value place = emit.Where(emit.Compare("Greater", count, emit.Const(1L)), spread, center);

            Value zero = emit.Const(0f);
            Value inside = emit.And(emit.Compare("GreaterOrEqual", place, zero), emit.Compare("LessOrEqual", place, end));
            place = emit.Where(inside, place, zero);
            Value low = emit.Unary("Floor", place);
            return new Samples(inside, Index(low), Index(emit.Unary("Ceil", place)), emit.Sub(place, low), Index(emit.Unary("Floor", emit.Add(place, emit.Const(0.5f)))));

            Value Index(Value real) => emit.Cast(real, ElementType.Int64);
        }
    }
}
