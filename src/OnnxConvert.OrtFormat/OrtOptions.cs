using System.Runtime.Intrinsics.X86;

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

    /// <summary>
    /// For <see cref="TargetPlatform.Amd64"/>, from <see cref="OptimizationLevel.Extended"/> on: signed weights beyond 64 become
    /// unsigned, since processors without VNNI add up products of unsigned and signed bytes in 16 bits, which saturate. It costs
    /// speed on all. The session option <c>session.x64quantprecision</c>, of the same default.
    /// </summary>
    public bool HasExactSumsOnX64 { get; init; }

    /// <summary>
    /// For <see cref="TargetPlatform.Amd64"/>, at <see cref="OptimizationLevel.All"/>: how many channels float convolutions store side by
    /// side, 16 for processors with AVX-512 and 8 for others; by default as this machine's. A model computes nonsense on a processor
    /// of the other kind: <see cref="OptimizationLevel.Extended"/> is the highest level for all.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither 8 nor 16.</exception>
    public int ChannelBlockSize
    {
        get;
        init => field = value is 8 or 16 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "ONNX Runtime stores 8 or 16 channels side by side.");
    } = Avx512F.IsSupported ? 16 : 8;
}
