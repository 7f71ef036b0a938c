using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TransformLandmarks (MediaPipe) → Gemm. Inputs landmarks float, two or three coordinates each, and a 4x4 matrix of which the first
/// two rows move x and y; z stays. Output as the landmarks.
/// </summary>
/// <remarks>
/// Version 2 takes (1, landmarks, coordinates). Version 1 has options: the number of coordinates is dimensions, which divides the last
/// dimension of (1, H, W, C), and scale multiplies the shift.
/// </remarks>
[OpHandler(TfLiteOps.CustomDomain, "TransformLandmarks", Restrictions = "known sizes")]
internal sealed class TransformLandmarksHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        long[] sizes = op.Sizes(0) ?? throw op.NotSupported("the sizes of the landmarks must be known", op.Input(0));
        FlexMap options = op.OptionMap();
        bool hasOptions = options.TryGet("dimensions", out _);
        long coordinates = hasOptions ? op.RequireInt(options, "dimensions", 2, 3) : sizes[^1];
        if (coordinates is not (2 or 3) || sizes[^1] % coordinates != 0)
            throw op.NotSupported($"takes landmarks of 2 or 3 coordinates; there are {coordinates} in a dimension of {sizes[^1]}", op.Input(0));
        if (sizes[0] != 1)
            throw op.NotSupported("the batch size must be 1", op.Input(0));

        Value landmarks = emit.Reshape(op.Real(0), -1, coordinates);
        Value matrix = emit.Reshape(op.Real(1), 4, 4);
        Value turn = emit.Slice(matrix, [0, 0], [2, 2], [0, 1]);
        Value shift = emit.Reshape(emit.Slice(matrix, [0, 3], [2, 4], [0, 1]), 2);
        if (hasOptions)
            shift = emit.Mul(shift, emit.Const(CustomOptions.FloatOption(options, "scale")));
        Value y = coordinates == 2 ? landmarks : emit.Slice(landmarks, [0], [2], [1]);
        y = emit.Gemm(y, turn, shift, transB: true);
        if (coordinates == 3)
            y = emit.Concat([y, emit.Slice(landmarks, [2], [3], [1])], 1);
        op.Result(0, emit.Reshape(y, sizes));
    }
}
