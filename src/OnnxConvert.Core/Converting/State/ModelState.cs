using OnnxConvert.Ir;

namespace OnnxConvert.Converting.State;

/// <summary>Something that a source model remembers from one run to the next.</summary>
/// <param name="tensor">Stands for it as a source tensor: name, type and quantization.</param>
/// <param name="input">The graph input that brings it in.</param>
/// <param name="initial">The stored form of <paramref name="input"/>.</param>
internal sealed class ModelState(Value tensor, Value input, Value initial)
{
    internal Value Tensor { get; } = tensor;

    internal Value Input { get; } = input;

    internal Value Initial { get; } = initial;
}
