using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Layout;

/// <summary>Constants beside permuted data: brought to the data's rank and permuted with it, which costs nothing when the model runs.</summary>
public static class PermutedConstant
{
    /// <summary>Whether a value is a constant, or a constant dequantized as a whole.</summary>
    public static bool IsConstant(Value value) => value.IsConstant || DequantizedConstant(value) is not null;

    /// <summary>The value permuted if it is constant, else the value itself.</summary>
    public static Value Of(Value value, Permutation permutation, Node reader)
    {
        Graph graph = reader.Graph!;
        if (value.Constant is { } data)
            return data.ElementCount == 1 && data.Rank < permutation.Rank ? value : graph.AddInitializer(value.Name, Permute(data, permutation));
        if (DequantizedConstant(value) is not { } quantized || value.Shape?.Rank == permutation.Rank)
            return value;
        Node node = graph.InsertBefore(reader, "DequantizeLinear", [graph.AddInitializer(quantized.Name, Permute(quantized.Constant!, permutation)), value.Producer!.Input(1), value.Producer.Input(2)]);
        node.Name = value.Producer.Name;
        Shape shape = node.Inputs[0]!.Shape!;
        return node.AddOutput(value.Name, new TensorType(value.ElementType, shape));
    }

    private static Value? DequantizedConstant(Value value) =>
        value.Producer is { } producer && producer.Is("DequantizeLinear") && producer.Input(0) is { IsConstant: true } constant && producer.Input(1)?.Shape?.Rank == 0
            ? constant
            : null;

    private static TensorData Permute(TensorData data, Permutation permutation)
    {
        var dims = new long[permutation.Rank];
        Array.Fill(dims, 1);
        data.Dims.AsSpan().CopyTo(dims.AsSpan(permutation.Rank - data.Rank));
        return data.Reshape(dims).Transpose(permutation.Axes);
    }
}
