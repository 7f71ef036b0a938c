using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>An operator between the DequantizeLinear nodes of its inputs and the QuantizeLinear nodes of its outputs.</summary>
/// <param name="Target">The operator.</param>
/// <param name="Dequantizers">Those of its inputs that have one, in the order of the inputs.</param>
/// <param name="Quantizers">Those of its outputs that have one; at most one for each output.</param>
/// <param name="Clip">A Relu or Clip between the operator and its only QuantizeLinear that the latter makes redundant.</param>
internal sealed record QuantizedGroup(Node Target, IReadOnlyList<Node> Dequantizers, IReadOnlyList<Node> Quantizers, Node? Clip)
{
    /// <summary>The type of the integers that the first input is made of.</summary>
    internal ElementType InputType => Quantizer.StoredType(Dequantizers[0]);

    /// <summary>The type of the integers that the first output becomes.</summary>
    internal ElementType OutputType => Quantizer.StoredType(Quantizers[0]);

    /// <summary>All nodes that go when one takes their place, readers before what they read.</summary>
    internal Node[] Nodes => [.. Quantizers, .. Clip is null ? Array.Empty<Node>() : [Clip], Target, .. Dequantizers];

    /// <summary>What stands around an operator; null where a Relu or Clip behind it limits more than its quantization does.</summary>
    internal static QuantizedGroup? Around(Node target)
    {
        List<Node> dequantizers = [.. target.Inputs.Select(input => input?.Producer).OfType<Node>().Where(producer => Quantizer.IsDequantize(producer) && ReferenceEquals(producer.Graph, target.Graph))];
        Node? clip = Neighbours.OnlyReader(target) is { } reader && (reader.Is("Relu") || reader.Is("Clip")) && Neighbours.OnlyReader(reader) is not null ? reader : null;
        List<Node> quantizers = [.. (clip ?? target).Outputs.Select(QuantizerOf).OfType<Node>()];
        return clip is null || (quantizers.Count == 1 && Quantizer.Implies(quantizers[0], clip)) ? new QuantizedGroup(target, dequantizers, quantizers, clip) : null;
    }

    /// <summary>Whether as many inputs as <paramref name="inputs"/> are dequantized for the operator alone, and all outputs are quantized and not used otherwise.</summary>
    /// <param name="inputs">How many inputs; null for all that are there.</param>
    /// <param name="orReal">Whether no output need be quantized.</param>
    internal bool IsComplete(int? inputs = null, bool orReal = false)
    {
        if (Dequantizers.Count != (inputs ?? Target.Inputs.Count(input => input is not null)) || !OwnsDequantizers)
            return false;
        if (Quantizers.Count == 0)
            return orReal && Clip is null;
        int outputs = Target.Outputs.Count(output => output.Name.Length > 0 || !output.IsUnused);
        return outputs == Quantizers.Count && Target.Outputs.Sum(output => output.Uses.Count) == outputs && !Target.Outputs.Any(output => output.IsGraphOutput);
    }

    /// <summary>Whether nobody but the operator reads what is dequantized for it.</summary>
    internal bool OwnsDequantizers => Dequantizers.All(node => Neighbours.OnlyReader(node) == Target);

    /// <summary>Puts one node in the place of the group.</summary>
    internal Node Replace(string opType, string domain, IEnumerable<Value?> inputs)
    {
        Node fused = Fusion.Replace(Quantizers.Count > 0 ? Quantizers[0].Outputs[0] : Target.Outputs[0], opType, domain, inputs, Nodes);
        fused.Name = Target.Name;
        return fused;
    }

    /// <summary>What is dequantized, its scale and its zero point.</summary>
    internal static Value?[] Stored(Node dequantizer) => [dequantizer.Inputs[0], dequantizer.Inputs[1], Quantizer.ZeroPoint(dequantizer)];

    /// <summary>Scale and zero point of the first output.</summary>
    internal Value?[] OutputParameters => [Quantizers[0].Inputs[1], Quantizer.ZeroPoint(Quantizers[0])];

    private static Node? QuantizerOf(Value output) =>
        Neighbours.UsesInOrder(output).Find(use => Quantizer.IsQuantize(use.Node) && use.InputIndex == 0).Node;
}
