using System.Collections.Immutable;
using OnnxConvert.Numerics;

namespace OnnxConvert.Ir;

/// <summary>A tensor of strings. ONNX calls for UTF-8; the bytes are kept as they are.</summary>
public sealed class StringTensorData : TensorData
{
    internal StringTensorData(ReadOnlySpan<long> dims, ImmutableArray<ReadOnlyMemory<byte>> values)
        : base(ElementType.String, dims)
    {
        if (values.Length != ElementCount)
            throw new ArgumentException($"A tensor {this} takes {ElementCount} strings, not {values.Length}.", nameof(values));
        Values = values;
    }

    /// <summary>The strings in row-major order, each as bytes.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Values { get; }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Bytes => throw new InvalidOperationException("A string tensor has no dense payload; read its Values.");

    /// <inheritdoc/>
    public override TensorData Reshape(params ReadOnlySpan<long> dims)
    {
        CheckSameCount(dims);
        return new StringTensorData(dims, Values);
    }

    /// <inheritdoc/>
    public override TensorData Transpose(params ReadOnlySpan<int> permutation)
    {
        var strides = new PermutedWalk(Dims.AsSpan(), permutation);
        var values = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>(Values.Length);
        foreach (long offset in strides.Offsets())
            values.Add(Values[(int)offset]);
        return new StringTensorData(strides.Dims, values.MoveToImmutable());
    }
}
