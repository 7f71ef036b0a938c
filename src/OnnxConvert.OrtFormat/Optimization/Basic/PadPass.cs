using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>
/// Pad with zeros, by constant amounts of spatial dimensions → Conv, AveragePool or MaxPool with explicit pads → one with wider pads;
/// nobody else reads the Pad. A pool has windows larger than the pads; an average counts them, a maximum is of what is never
/// negative. (PadFusion)
/// </summary>
/// <remarks>ONNX Runtime fuses MaxPool in any case, and computes another maximum where all of a window is negative.</remarks>
internal sealed class PadPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Pad") || node.Attributes.String("mode", "constant") != "constant" || node.Input(3) is not null
            || Neighbours.OnlyReader(node) is not { } target || !ReferenceEquals(target.Inputs[0], node.Outputs[0])
            || target.Attributes.String("auto_pad", "NOTSET") != "NOTSET" || !PadsWithZero(node) || Amounts(node) is not { Length: >= 6 } amounts || Array.Exists(amounts, amount => amount < 0))
        {
            return false;
        }

        int rank = amounts.Length / 2;
        if (amounts[0] != 0 || amounts[1] != 0 || amounts[rank] != 0 || amounts[rank + 1] != 0)
            return false;
        var pads = target.Attributes.Ints("pads");
        var widened = new long[2 * (rank - 2)];
        for (int i = 0; i < widened.Length; i++)
            widened[i] = amounts[i < rank - 2 ? i + 2 : i + 4] + (pads.IsEmpty ? 0 : pads[i]);
        if (!TakesZeros(target, widened))
            return false;
        target.Attributes.Set(new NodeAttribute("pads", [.. widened]));
        if (target.Is("AveragePool"))
            target.Attributes.Set(new NodeAttribute("count_include_pad", 1L));
        return Fusion.Bypass(node);
    }

    private static bool TakesZeros(Node target, long[] pads)
    {
        if (target.Is("Conv"))
            return true;
        var window = target.Attributes.Ints("kernel_shape");
        if (window.Length * 2 != pads.Length || Enumerable.Range(0, pads.Length).Any(i => pads[i] >= window[i % window.Length]))
            return false;
        if (target.Is("AveragePool"))
            return target.Attributes.Ints("pads").All(pad => pad == 0) || target.Attributes.Int("count_include_pad") != 0;
        return target.Is("MaxPool") && target.Outputs.Count == 1 && IsNeverNegative(target.Inputs[0]!.Producer!.Inputs[0]!);
    }

    private static bool IsNeverNegative(Value value) => value.ElementType is ElementType.UInt8 || (value.Producer is { Domain.Length: 0 } producer && producer.OpType switch
    {
        "Relu" or "Abs" or "Sigmoid" or "HardSigmoid" or "Softmax" or "Exp" or "Sqrt" or "ThresholdedRelu" => true,
        "Clip" => ClipBounds.Read(producer) is var (min, _) && min >= 0,
        _ => false,
    });

    private static bool PadsWithZero(Node pad) => pad.Input(2) is { } value ? value.Constant is { } data && Elements.AreAll(data, 0) : pad.Attributes.Float("value") == 0;

    private static long[]? Amounts(Node pad) => pad.Input(1) is { } input
        ? input.Constant is { } data ? Numbers.ToInt64(data) : null
        : pad.Attributes.Find("pads") is { } found ? [.. found.Ints] : null;
}
