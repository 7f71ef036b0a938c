using System.Collections.Immutable;
using Google.Protobuf;

namespace OnnxConvert.TfLite.Reading;

/// <summary>TensorFlow's shapes (tensorflow/core/framework/tensor_shape.proto).</summary>
internal static class TensorFlowShapes
{
    private const int DimensionField = 2;
    private const int UnknownRankField = 3;
    private const int SizeField = 1;

    /// <param name="bytes">A TensorShapeProto.</param>
    /// <param name="sizes">The sizes, -1 for open ones; empty when not even the rank is known.</param>
    /// <returns>Whether the rank is known.</returns>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no shape.</exception>
    public static bool TryRead(ByteString bytes, out ImmutableArray<long> sizes)
    {
        bool hasRank = true;
        var found = ImmutableArray.CreateBuilder<long>();
        ProtoMessage.Read(bytes, (number, isPacked, input) =>
        {
            if (number == DimensionField && isPacked)
                found.Add(ReadSize(input.ReadBytes()));
            else if (number == UnknownRankField && !isPacked)
                hasRank = !input.ReadBool();
            else
                return false;
            return true;
        });
        sizes = hasRank ? found.ToImmutable() : [];
        return hasRank;
    }

    private static long ReadSize(ByteString bytes)
    {
        long size = 0;
        ProtoMessage.Read(bytes, (number, isPacked, input) =>
        {
            if (number != SizeField || isPacked)
                return false;
            size = input.ReadInt64();
            return true;
        });
        return size;
    }
}
