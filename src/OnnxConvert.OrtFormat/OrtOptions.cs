namespace OnnxConvert.OrtFormat;

/// <summary>How an ONNX model becomes one in the ORT format.</summary>
public sealed record OrtOptions
{
    /// <summary>How far the model is optimized; ONNX Runtime does not optimize it again when it loads it.</summary>
    public OptimizationLevel OptimizationLevel { get; init; } = OptimizationLevel.All;

    /// <summary>Whether optimizations above <see cref="OptimizationLevel.Basic"/> are applied now or when the model is loaded.</summary>
    public OptimizationStyle OptimizationStyle { get; init; } = OptimizationStyle.Fixed;

    /// <summary>The processor that the model is for, from <see cref="OptimizationLevel.Extended"/> on.</summary>
    public TargetPlatform TargetPlatform { get; init; } = TargetPlatform.Arm;

    /// <summary>
    /// How exactly real numbers are multiplied by quantized constants, from <see cref="OptimizationLevel.Extended"/> on: the session
    /// option <c>session.qdq_matmulnbits_accuracy_level</c>, of the same default.
    /// </summary>
    public MatMulNBitsAccuracy MatMulNBitsAccuracy { get; init; } = MatMulNBitsAccuracy.Int8;
}
