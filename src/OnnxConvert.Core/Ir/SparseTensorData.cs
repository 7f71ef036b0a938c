using System.Collections.Immutable;

namespace OnnxConvert.Ir;

/// <summary>A sparse constant in ONNX's coordinate form.</summary>
/// <param name="Values">The values that are not zero, rank 1, <c>[NNZ]</c>.</param>
/// <param name="Indices">Their places: linear indices <c>[NNZ]</c> or coordinates <c>[NNZ, rank]</c>, int64.</param>
/// <param name="Dims">The sizes of the dense tensor.</param>
public sealed record SparseTensorData(TensorData Values, TensorData Indices, ImmutableArray<long> Dims);
