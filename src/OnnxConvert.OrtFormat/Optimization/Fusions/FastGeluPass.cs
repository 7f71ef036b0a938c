using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// 0.5 · x · (1 + Tanh(t)) → FastGelu, where t is √(2/π) · (x + 0.044715 · Pow(x, 3)) or √(2/π) · x · (1 + 0.044715 · x · x). Nobody
/// else reads what is between, and the result is no graph output. (FastGeluFusion)
/// </summary>
internal sealed class FastGeluPass : NodeOptimizer
{
    private const float Cubic = 0.044715f;
    private const float Slope = 0.7978845834732056f;

    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Tanh") || node.Outputs[0].ElementType != ElementType.Float || OnlyProducer(node, 0, "Mul") is not { } argument
            || (OfPower(argument) ?? OfProducts(argument)) is not { } x
            || node.OnlyReader("Add") is not { } sum || sum.OperandBeside(1) is null
            || sum.OnlyReader("Mul") is not { } product || product.Outputs[0].IsGraphOutput
            || HalfOf(product, ReferenceEquals(product.Inputs[0], sum.Outputs[0]) ? 1 : 0, x) is not { } half)
        {
            return false;
        }

        Fusion.Replace(product.Outputs[0], "FastGelu", MicrosoftOperators.Domain, [x], product, half, sum, node);
        return true;
    }

    private static Node? HalfOf(Node product, int input, Value x) =>
        OnlyProducer(product, input, "Mul") is { } half && ReferenceEquals(half.OperandBeside(0.5f), x) ? half : null;

    /// <summary>x of √(2/π) · (x + 0.044715 · Pow(x, 3)).</summary>
    private static Value? OfPower(Node argument)
    {
        if (argument.OperandBeside(Slope) is not { } scaled || OnlyProducer(scaled, "Add") is not { } sum)
            return null;
        for (int i = 0; i < 2; i++)
        {
            if (OnlyProducer(sum, i, "Mul") is { } term && term.OperandBeside(Cubic) is { } cube && OnlyProducer(cube, "Pow") is { } power
                && Scalars.IsAbout(power.Inputs[1], 3) && ReferenceEquals(power.Inputs[0], sum.Inputs[1 - i]))
            {
                return power.Inputs[0];
            }
        }

        return null;
    }

    /// <summary>x of √(2/π) · x · (1 + 0.044715 · x · x).</summary>
    private static Value? OfProducts(Node argument)
    {
        for (int i = 0; i < 2; i++)
        {
            if (OnlyProducer(argument, i, "Mul")?.OperandBeside(Slope) is not { } x || OnlyProducer(argument, 1 - i, "Add")?.OperandBeside(1) is not { } squared
                || OnlyProducer(squared, "Mul") is not { } square)
            {
                continue;
            }

            for (int j = 0; j < 2; j++)
            {
                if (ReferenceEquals(square.Inputs[1 - j], x) && OnlyProducer(square, j, "Mul") is { } term && ReferenceEquals(term.OperandBeside(Cubic), x))
                    return x;
            }
        }

        return null;
    }

    private static Node? OnlyProducer(Node node, int input, string opType) => OnlyProducer(node.Inputs[input]!, opType);

    /// <summary>The node that computes a value for one reader alone.</summary>
    private static Node? OnlyProducer(Value value, string opType) =>
        value.Producer is { } producer && producer.Is(opType) && Neighbours.OnlyReader(value) is not null ? producer : null;
}
