using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>Integers for kernels that know int32 only.</summary>
internal static class Int32Cast
{
    /// <summary>The value itself, if it is int32, else the output of a Cast before all that reads it, which is shared.</summary>
    internal static Value Of(Value value)
    {
        if (value.ElementType == ElementType.Int32)
            return value;
        Node first = Neighbours.UsesInOrder(value)[0].Node;
        if (first.Is("Cast") && first.Attributes.Int("to") == (long)ElementType.Int32)
            return first.Outputs[0];
        Node cast = value.Graph.InsertBefore(first, "Cast", [value]);
        cast.Name = $"{value.Name}_Cast";
        cast.Attributes.Set(new NodeAttribute("to", (long)ElementType.Int32));
        return cast.AddOutput($"{value.Name}_Int32", new TensorType(ElementType.Int32, value.Shape));
    }
}
