using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting.Functions;

/// <summary>NegativeLogLikelihoodLoss: -weight[target] · input[n, target, …], where target is not ignored; as it is, summed, or averaged by weight.</summary>
internal static class NegativeLogLikelihoodLossExpansion
{
    internal static Value?[] Expand(Emitter emit, Node node) => [Loss(emit, node, node.Inputs[0]!, node.Inputs[1]!, node.Input(2))];

    /// <param name="emit">The emitter.</param>
    /// <param name="node">The node with the attributes <c>reduction</c> and <c>ignore_index</c>.</param>
    /// <param name="input">Logarithms of probabilities, [N, C, …].</param>
    /// <param name="target">The classes, [N, …].</param>
    /// <param name="weight">The weight of each class, [C]; null for 1.</param>
    internal static Value Loss(Emitter emit, Node node, Value input, Value target, Value? weight)
    {
        var classAxis = new NodeAttribute("axis", 1L);
        Value picked = emit.Unsqueeze(target, 1);
        Value? ignored = null;
        Value zero = emit.Cast(emit.Const(TensorData.Vector(0f)), input.ElementType);
        if (node.Attributes.TryGet("ignore_index", out NodeAttribute? ignoredIndex))
        {
            ignored = emit.Node("Equal", [emit.Node("Cast", [picked], new NodeAttribute("to", (long)ElementType.Int64)), emit.Ints(ignoredIndex.Int)]);
            picked = emit.Node("Where", [ignored, emit.Node("Sub", [picked, picked]), picked]);
        }

        Value likelihood = emit.Node("GatherElements", [input, picked], classAxis);
        if (ignored is not null)
            likelihood = emit.Node("Where", [ignored, zero, likelihood]);
        // Of the one class there is all is taken: needless, but it stands in ONNX's definition, and so in what ONNX Runtime writes.
        Value loss = emit.Squeeze(emit.Slice(emit.Node("Neg", [likelihood]), [0], [1], [1]), 1);
        Value? weights = Weights(emit, weight, target, picked, ignored, zero);
        if (weights is not null)
            loss = emit.Node("Mul", [loss, weights]);
        return node.Attributes.String("reduction", "mean") switch
        {
            "none" => loss,
            "sum" => Reduce("ReduceSum", loss),
            _ when weights is null => Reduce("ReduceMean", loss),
            _ => emit.Node("Div", [Reduce("ReduceSum", loss), Reduce("ReduceSum", weights)]),
        };

        Value Reduce(string opType, Value x) => emit.Node(opType, [x], new NodeAttribute("keepdims", 0L));
    }

    private static Value? Weights(Emitter emit, Value? weight, Value target, Value picked, Value? ignored, Value zero)
    {
        if (ignored is null)
            return weight is null ? null : emit.Node("Gather", [weight, target]);
        if (weight is not null)
            return emit.Squeeze(emit.Node("Where", [ignored, zero, emit.Node("Gather", [weight, picked])]), 1);
        Value one = emit.Cast(emit.Const(TensorData.Vector(1f)), zero.ElementType);
        return emit.Node("Where", [emit.Squeeze(ignored, 1), zero, one]);
    }
}
