using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Quantization;

/// <summary>
/// Signed constants as unsigned ones, shifted by 128. x64 processors without VNNI add products of unsigned and signed bytes in
/// pairs of 16 bits, which is too narrow for weights beyond 64.
/// </summary>
internal static class UnsignedWeights
{
    private const int Harmless = 64;

    /// <summary>Replaces the weights of a node and their zero point, if some of the weights need it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="weights">The index of its input of weights.</param>
    /// <param name="zeroPoint">The index of the input of their zero point, which may be left out.</param>
    /// <returns>Whether something was replaced.</returns>
    internal static bool Replace(Node node, int weights, int zeroPoint)
    {
        if (!CanShift(node, weights, zeroPoint) || !NeedsShift(node, weights))
            return false;
        Shift(node, weights, zeroPoint);
        return true;
    }

    internal static bool CanShift(Node node, int weights, int zeroPoint) =>
        node.Input(weights)?.Constant is { ElementType: ElementType.Int8 } && (node.Input(zeroPoint) is null || node.Input(zeroPoint)!.Constant is { ElementType: ElementType.Int8 });

    internal static bool NeedsShift(Node node, int weights) => node.Inputs[weights]!.Constant!.AsSpan<sbyte>().ContainsAnyExceptInRange((sbyte)-Harmless, (sbyte)Harmless);

    internal static void Shift(Node node, int weights, int zeroPoint)
    {
        Graph graph = node.Graph!;
        node.SetInput(weights, Shifted(graph, node.Inputs[weights]!));
        Value zero = node.Input(zeroPoint) is { } value ? Shifted(graph, value) : graph.AddInitializer("weight_zero_point", TensorData.Scalar((byte)128));
        while (node.Inputs.Count <= zeroPoint)
            node.AddInput(null);
        node.SetInput(zeroPoint, zero);
    }

    private static Value Shifted(Graph graph, Value value)
    {
        TensorData data = value.Constant!;
        byte[] bytes = data.Bytes.ToArray();
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] ^= 0x80;
        return graph.AddInitializer($"{value.Name}_unsigned", TensorData.FromBytes(ElementType.UInt8, data.Dims.AsSpan(), bytes));
    }
}
