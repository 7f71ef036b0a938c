using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Optimizers.Quantization;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers.Fusions;

/// <summary>
/// Pad(0) → Conv → Conv with wider pads; also where a DequantizeLinear stands between, whose zero point is what was padded.
/// Pad(lowest value) → MaxPool likewise. Only spatial dimensions may be padded, by constant amounts that are not negative.
/// </summary>
public sealed class PadFusionOptimizer : NodeOptimizer
{
    /// <inheritdoc/>
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context) =>
        (node.Is("Conv") || node.Is("MaxPool")) && Fuse(node, context.Opset);

    private static bool Fuse(Node window, int opset)
    {
        if (window.Attributes.String("auto_pad", "NOTSET") != "NOTSET")
            return false;
        Value input = window.Inputs[0]!;
        bool isConv = window.Is("Conv");
        QuantizationNode? between = null;
        if (isConv && QuantizationNode.TryRead(input.Producer, "DequantizeLinear", out between))
            input = between.Value.Input;
        if (input.Producer is not { } pad || !pad.Is("Pad") || ReadPads(pad, opset) is not { } amounts || amounts.Length < 6)
            return false;
        double neutral = isConv ? between?.ZeroPoint ?? 0 : input.ElementType.IsInteger() ? input.ElementType.IntegerRange().Min : float.MinValue;
        if (!PadsWith(pad, opset, neutral))
            return false;
        int rank = amounts.Length / 2;
        if (amounts[0] != 0 || amounts[1] != 0 || amounts[rank] != 0 || amounts[rank + 1] != 0 || amounts.Any(amount => amount < 0))
            return false;
        if (!isConv && !KeepsWindowsFilled(window, amounts))
            return false;

        Widen(window, amounts);
        if (between is null)
            window.SetInput(0, pad.Inputs[0]);
        else
            window.SetInput(0, DequantizePadless(between.Value, pad.Inputs[0]!));
        return true;
    }

    private static long[]? ReadPads(Node pad, int opset)
    {
        if (pad.Attributes.String("mode", "constant") != "constant" || pad.Input(3) is not null)
            return null;
        if (opset < 11)
            return [.. pad.Attributes.Ints("pads")];
        return pad.Input(1)?.Constant is { } amounts ? Numbers.ToInt64(amounts) : null;
    }

    private static bool PadsWith(Node pad, int opset, double neutral)
    {
        if (opset < 11)
            return pad.Attributes.Float("value") == neutral;
        if (pad.Input(2) is not { } input)
            return neutral == 0;
        if (input.Constant is not { } value)
            return false;
        return value.ElementType == ElementType.Float ? value.AsSpan<float>()[0] == neutral : value.ElementType.IsInteger() && Numbers.ToInt64(value)[0] == neutral;
    }

    /// <summary>
    /// Whether every window still holds an element that is not padding, as MaxPool asks for: pads stay smaller than the kernel.
    /// Windows that start within the end padding, which rounding up gives, count only as long as the padding is data; so do indices.
    /// </summary>
    private static bool KeepsWindowsFilled(Node window, long[] amounts)
    {
        if (window.Attributes.Int("ceil_mode") != 0 || window.Outputs.Count > 1)
            return false;
        var kernel = window.Attributes.Ints("kernel_shape");
        var pads = window.Attributes.Ints("pads");
        int spatial = kernel.Length;
        for (int i = 0; i < spatial; i++)
        {
            long begin = amounts[2 + i] + (pads.IsEmpty ? 0 : pads[i]);
            long end = amounts[spatial + 4 + i] + (pads.IsEmpty ? 0 : pads[spatial + i]);
            if (begin >= kernel[i] || end >= kernel[i])
                return false;
        }

        return true;
    }

    private static void Widen(Node window, long[] amounts)
    {
        int spatial = (amounts.Length / 2) - 2;
        var pads = window.Attributes.Ints("pads");
        var widened = new long[2 * spatial];
        for (int i = 0; i < spatial; i++)
        {
            widened[i] = amounts[2 + i] + (pads.IsEmpty ? 0 : pads[i]);
            widened[spatial + i] = amounts[spatial + 4 + i] + (pads.IsEmpty ? 0 : pads[spatial + i]);
        }

        window.Attributes.Set(new NodeAttribute("pads", [.. widened]));
    }

    /// <summary>The dequantized form of what was padded: one that is there already, or a new one.</summary>
    private static Value DequantizePadless(QuantizationNode padded, Value source)
    {
        foreach (Use use in source.Uses)
        {
            if (use.InputIndex == 0 && QuantizationNode.TryRead(use.Node, "DequantizeLinear", out QuantizationNode? known) && known.Value.SameGrid(padded) && ReferenceEquals(use.Node.Graph, padded.Node.Graph))
                return known.Value.Output;
        }

        Node node = padded.Node.Graph!.InsertBefore(padded.Node, "DequantizeLinear", [source, padded.Node.Input(1), padded.Node.Input(2)]);
        node.Name = padded.Node.Name;
        return node.AddOutput($"{source.Name}_dequantized", source.Type is TensorType type ? type with { ElementType = ElementType.Float } : null);
    }
}
