using OnnxConvert.Extensibility;
using OnnxConvert.OrtFormat.Optimization.Quantization;

namespace OnnxConvert.OrtFormat.Optimization;

/// <summary>The passes of each level, in the order in which ONNX Runtime runs those of the same name.</summary>
internal static class OptimizationPasses
{
    /// <summary>What ONNX Runtime does whatever the level is.</summary>
    internal static IReadOnlyList<IOptimizer> Always() => [new UniqueDequantizePass()];

    internal static IReadOnlyList<IOptimizer> Basic() =>
    [
        new QuantizationPropagationPass(),
        new UniqueDequantizePass(),
    ];

    internal static IReadOnlyList<IOptimizer> Extended(TargetPlatform platform) => [];

    internal static IReadOnlyList<IOptimizer> Layout(TargetPlatform platform) => [];
}
