using OnnxConvert.Ir;

namespace OnnxConvert.Optimizers;

/// <summary>Compares attributes by name and value.</summary>
internal static class AttributeContents
{
    /// <summary>Graphs, types, sparse tensors and references are not compared.</summary>
    internal static bool CanCompare(NodeAttribute attribute) => attribute.ReferenceTo is null && attribute.Kind
        is AttributeKind.Float or AttributeKind.Int or AttributeKind.String or AttributeKind.Floats or AttributeKind.Ints or AttributeKind.Strings or AttributeKind.Tensor
        && (attribute.Kind != AttributeKind.Tensor || TensorContents.CanCompare(attribute.Tensor));

    /// <summary>Floats are equal when their bits are, so that 0 and -0 stay apart.</summary>
    internal static bool AreEqual(NodeAttribute a, NodeAttribute b)
    {
        if (a.Kind != b.Kind || a.Name != b.Name)
            return false;
        return a.Kind switch
        {
            AttributeKind.Float => BitConverter.SingleToInt32Bits(a.Float) == BitConverter.SingleToInt32Bits(b.Float),
            AttributeKind.Int => a.Int == b.Int,
            AttributeKind.String => a.StringBytes.Span.SequenceEqual(b.StringBytes.Span),
            AttributeKind.Floats => a.Floats.Select(BitConverter.SingleToInt32Bits).SequenceEqual(b.Floats.Select(BitConverter.SingleToInt32Bits)),
            AttributeKind.Ints => a.Ints.AsSpan().SequenceEqual(b.Ints.AsSpan()),
            AttributeKind.Strings => a.Strings.Length == b.Strings.Length && a.Strings.Zip(b.Strings).All(pair => pair.First.Span.SequenceEqual(pair.Second.Span)),
            AttributeKind.Tensor => TensorContents.AreEqual(a.Tensor, b.Tensor),
            _ => false,
        };
    }

    internal static int Hash(NodeAttribute attribute)
    {
        var hash = new HashCode();
        hash.Add(attribute.Name);
        switch (attribute.Kind)
        {
            case AttributeKind.Float: hash.Add(BitConverter.SingleToInt32Bits(attribute.Float)); break;
            case AttributeKind.Int: hash.Add(attribute.Int); break;
            case AttributeKind.String: hash.AddBytes(attribute.StringBytes.Span); break;
            case AttributeKind.Ints:
                foreach (long number in attribute.Ints)
                    hash.Add(number);
                break;
            case AttributeKind.Tensor: hash.Add(TensorContents.Hash(attribute.Tensor)); break;
        }

        return hash.ToHashCode();
    }
}
