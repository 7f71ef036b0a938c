using OnnxConvert.Rewriting;

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
    /// side, 16 for processors with AVX-512 and 8 for others. A model computes nonsense on a processor of the other kind:
    /// <see cref="OptimizationLevel.Extended"/> is the highest level for all.
    /// </summary>
    /// <value>Null, the default, where it is not needed; where it is, it must be given.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither 8 nor 16.</exception>
    public int? ChannelBlockSize
    {
        get;
        init => field = value is null or 8 or 16 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "ONNX Runtime stores 8 or 16 channels side by side.");
    }

    /// <summary>
    /// Changes the passes of a level, which are named by <see cref="OrtPasses"/>, before they run:
    /// <c>(level, passes) => passes.Remove(OrtPasses.MatMulAdd)</c>.
    /// </summary>
    public Action<OptimizationLevel, PassList<IOptimizer>>? EditPasses { get; init; }

    /// <summary>The size of a block, or null where the model is not stored in blocks.</summary>
    /// <exception cref="ArgumentException">It is needed and not given.</exception>
    internal int? RequiredBlockSize() => this is not { TargetPlatform: TargetPlatform.Amd64, OptimizationLevel: OptimizationLevel.All }
        ? null
        : ChannelBlockSize ?? throw new ArgumentException(
            "For amd64, level all stores channels in blocks whose size depends on the processor: state the channel block size, 16 for processors with AVX-512 or 8 for others; level extended runs on all.");
}
