using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// Landmarks2TransformMatrix (MediaPipe) → arithmetic. Input landmarks of x, y and z as float; output (1, 4, 4): the matrix that takes
/// points of a crop to points of the image. The crop is upright where two landmarks lie on a horizontal line, and just contains a set of landmarks.
/// </summary>
/// <remarks>
/// With the turn U, the crop's center c and its size, all in terms of the image, the matrix is P·(U·Q, U·(c + Q·h)): Q takes pixels of the
/// crop to lengths, h is the crop's upper left corner seen from its center, and P takes lengths to pixels of the image. The angle
/// itself is not needed: its cosine and sine are the components of the line between the two landmarks, by its length.
/// </remarks>
[OpHandler(TfLiteOps.CustomDomain, "Landmarks2TransformMatrix")]
internal sealed class Landmarks2TransformMatrixHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        CropOptions options = CropOptions.Of(op);
        Value landmarks = emit.Reshape(op.Real(0), -1, 3);
        Value turn = Turn(emit, options, landmarks);
        Value upright = emit.MatMul(Points(emit, landmarks, options.Subset), turn);
        Value max = emit.Reduce("ReduceMax", upright, [0], keepDims: true);
        Value min = emit.Reduce("ReduceMin", upright, [0], keepDims: true);

        Value pixel = emit.Mul(emit.Sub(max, min), Pair(emit, options.PixelPerSize));
        Value center = emit.Mul(emit.Add(max, min), Pair(emit, options.CenterFactor));
        Value corner = emit.Add(center, emit.Mul(pixel, Pair(emit, options.Corner)));
        Value toImage = emit.Const(TensorData.Create<float>([options.ImageFactor.X, options.ImageFactor.Y], 2, 1));
        Value linear = emit.Mul(emit.Mul(turn, pixel), toImage);
        Value shift = emit.Mul(emit.MatMul(turn, emit.Reshape(corner, 2, 1)), toImage);

        Value top = emit.Concat([linear, emit.Const(TensorData.Create<float>([0, 0], 2, 1)), shift], 1);
        Value bottom = emit.Const(TensorData.Create<float>([0, 0, 1, 0, 0, 0, 0, 1], 2, 4));
        op.Result(0, emit.Unsqueeze(emit.Concat([top, bottom], 0), 0));
    }

    /// <summary>The turn from the upright crop to the image, (2, 2).</summary>
    private static Value Turn(Emitter emit, CropOptions options, Value landmarks)
    {
        Value left = Points(emit, landmarks, [options.Left]);
        Value line = emit.Sub(Points(emit, landmarks, [options.Right]), left);
        Value length = emit.Reduce("ReduceL2", line, [1], keepDims: true);
        IReadOnlyList<Value> parts = emit.Split(line, 1, 1, 1);
        Value isPoint = emit.Compare("Equal", length, emit.Const(0f));
        Value divisor = emit.Where(isPoint, emit.Const(1f), length);
        (Value x, Value y) = (parts[0], parts[1]);
        if (options.KeepsHeadUp)
        {
            y = emit.Where(emit.Compare("Less", x, emit.Const(0f)), emit.Unary("Neg", y), y);
            x = emit.Unary("Abs", x);
        }

        // A line without length has no direction; the angle counts as 0.
        Value cosineOfLine = emit.Where(isPoint, emit.Const(1f), emit.Div(x, divisor));
        Value sineOfLine = emit.Div(y, divisor);
        if (options.TargetAngle == 0)
            return Square(emit, cosineOfLine, emit.Unary("Neg", sineOfLine), sineOfLine, cosineOfLine);

        // The crop is turned by the target less the angle of the line.
        (Value cosineOfTarget, Value sineOfTarget) = (emit.Const(MathF.Cos(options.TargetAngle)), emit.Const(MathF.Sin(options.TargetAngle)));
        Value cosine = emit.Add(emit.Mul(cosineOfLine, cosineOfTarget), emit.Mul(sineOfLine, sineOfTarget));
        Value sine = emit.Sub(emit.Mul(cosineOfLine, sineOfTarget), emit.Mul(sineOfLine, cosineOfTarget));
        return Square(emit, cosine, sine, emit.Unary("Neg", sine), cosine);
    }

    private static Value Square(Emitter emit, Value a, Value b, Value c, Value d) => emit.Reshape(emit.Concat([a, b, c, d], 0), 2, 2);

    /// <summary>x and y of some landmarks, (landmarks, 2).</summary>
    private static Value Points(Emitter emit, Value landmarks, long[] indices) =>
        emit.Slice(emit.Gather(landmarks, emit.Ints(indices), 0), [0], [2], [1]);

    private static Value Pair(Emitter emit, (float X, float Y) pair) => emit.Const(TensorData.Vector(pair.X, pair.Y));
}
