using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite;

/// <summary>Quantization with one scale for each block of elements, whose parameters are tensors of their own.</summary>
/// <param name="Scales">The scales, with the tensor's rank: its last dimension counts blocks.</param>
/// <param name="ZeroPoints">The zero points, of the shape of the scales; null where they are 0.</param>
/// <param name="BlockSize">The number of elements of a block.</param>
/// <param name="Axes">The quantized dimensions, where the file states them (multi-axis form); else empty.</param>
public sealed record TfLiteBlockQuantization(TensorData Scales, TensorData? ZeroPoints, int BlockSize, ImmutableArray<int> Axes);
