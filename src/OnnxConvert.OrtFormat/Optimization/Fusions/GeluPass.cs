using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// 0.5 · x · (1 + Erf(x / √2)), whichever factor comes first → Gelu: ONNX's own from opset 20, before that ONNX Runtime's. Nobody
/// else reads what is between. (GeluFusion)
/// </summary>
internal sealed class GeluPass : NodePass
{
    private const float Tolerance = 1e-4f;

    private protected override bool Apply(Node node, Graph graph, int opset)
    {
        if (!node.Is("Erf") || node.Outputs[0].ElementType != ElementType.Float || Scaled(node) is not var (scale, x)
            || Neighbours.OnlyReader(scale) is null || Next(node, "Add") is not { } sum || Number(Other(sum, node.Outputs[0])) is not 1
            || Next(sum, "Mul") is not { } product)
        {
            return false;
        }

        Value other = Other(product, sum.Outputs[0]);
        Node last;
        Node? half = null;
        if (ReferenceEquals(other, x))
        {
            if (Next(product, "Mul") is not { } halved || !IsHalf(Other(halved, product.Outputs[0])))
                return false;
            last = halved;
        }
        else
        {
            half = other.Producer;
            if (half?.Is("Mul") != true || Neighbours.OnlyReader(half) is null || !(half.Inputs.Contains(x) && IsHalf(Other(half, x))))
                return false;
            last = product;
        }

        Fusion.Replace(last.Outputs[0], "Gelu", opset >= 20 ? "" : MicrosoftOperators.Domain, [x], last, product, sum, node, scale);
        if (half is not null)
            Fusion.RemoveUnread(half);
        return true;
    }

    /// <summary>x / √2 or x · √½, and x.</summary>
    private static (Node Scale, Value X)? Scaled(Node erf)
    {
        if (erf.Producer(0, "Div") is { } quotient && Number(quotient.Inputs[1]!) is { } divisor && Math.Abs(divisor - MathF.Sqrt(2)) < Tolerance)
            return (quotient, quotient.Inputs[0]!);
        if (erf.Producer(0, "Mul") is not { } product)
            return null;
        for (int i = 0; i < 2; i++)
        {
            if (Number(product.Inputs[i]!) is { } factor && Math.Abs(factor - MathF.Sqrt(0.5f)) < Tolerance)
                return (product, product.Inputs[1 - i]!);
        }

        return null;
    }

    private static Node? Next(Node node, string opType) => Neighbours.OnlyReader(node) is { } reader && reader.Is(opType) ? reader : null;

    private static Value Other(Node node, Value value) => node.Inputs[ReferenceEquals(node.Inputs[0], value) ? 1 : 0]!;

    private static bool IsHalf(Value value) => Number(value) is { } number && Math.Abs(number - 0.5f) < Tolerance;

    private static float? Number(Value value) => value.Constant is { ElementCount: 1, Rank: <= 1, ElementType: ElementType.Float } data ? data.AsSpan<float>()[0] : null;
}
