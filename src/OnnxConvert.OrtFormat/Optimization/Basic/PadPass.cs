using OnnxConvert.Extensibility;
using OnnxConvert.Evaluation;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Pad with zeros, by constant amounts of spatial dimensions → Conv with explicit pads → Conv with wider pads; nobody else reads the Pad. (PadFusion)</summary>
internal sealed class PadPass : NodePass
{
    private protected override bool Apply(Node node, Graph graph, int opset)
    {
        if (!node.Is("Pad") || node.Attributes.String("mode", "constant") != "constant" || node.Input(3) is not null
            || Neighbours.OnlyReader(node) is not { } conv || !conv.Is("Conv") || !ReferenceEquals(conv.Inputs[0], node.Outputs[0])
            || conv.Attributes.String("auto_pad", "NOTSET") != "NOTSET" || !PadsWithZero(node) || Amounts(node) is not { Length: >= 6 } amounts || Array.Exists(amounts, amount => amount < 0))
        {
            return false;
        }

        int rank = amounts.Length / 2;
        if (amounts[0] != 0 || amounts[1] != 0 || amounts[rank] != 0 || amounts[rank + 1] != 0)
            return false;
        var pads = conv.Attributes.Ints("pads");
        var widened = new long[2 * (rank - 2)];
        for (int i = 0; i < widened.Length; i++)
            widened[i] = amounts[i < rank - 2 ? i + 2 : i + 4] + (pads.IsEmpty ? 0 : pads[i]);
        conv.Attributes.Set(new NodeAttribute("pads", [.. widened]));
        return Fusion.Bypass(node);
    }

    private static bool PadsWithZero(Node pad) => pad.Input(2) is { } value ? value.Constant is { } data && Elements.AreAll(data, 0) : pad.Attributes.Float("value") == 0;

    private static long[]? Amounts(Node pad) => pad.Input(1) is { } input
        ? input.Constant is { } data ? Numbers.ToInt64(data) : null
        : pad.Attributes.Find("pads") is { } found ? [.. found.Ints] : null;
}
