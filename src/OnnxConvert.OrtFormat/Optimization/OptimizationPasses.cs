using OnnxConvert.Extensibility;

namespace OnnxConvert.OrtFormat.Optimization;

/// <summary>The passes of each level, in the order in which ONNX Runtime runs those of the same name.</summary>
internal static class OptimizationPasses
{
    internal static IReadOnlyList<IOptimizer> Basic() => [];

    internal static IReadOnlyList<IOptimizer> Extended(TargetPlatform platform) => [];

    internal static IReadOnlyList<IOptimizer> Layout(TargetPlatform platform) => [];
}
