using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// 0.5 · x · (1 + Erf(x / √2)), whichever factor comes first → Gelu. Nobody else reads what is between. (GeluFusion)
/// </summary>
/// <param name="level">From opset 20 on the operator is ONNX's own and the level basic; before, it is ONNX Runtime's and the level extended.</param>
internal sealed class GeluPass(OptimizationLevel level) : NodeOptimizer
{
    private const int FirstOfOnnx = 20;

    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (context.Opset >= FirstOfOnnx != (level == OptimizationLevel.Basic) || !node.Is("Erf") || node.Outputs[0].ElementType != ElementType.Float
            || node.Producer(0, "Div") is not { } scale || Neighbours.OnlyReader(scale) is null || !Scalars.IsAbout(scale.Inputs[1], MathF.Sqrt(2))
            || node.OnlyReader("Add") is not { } sum || sum.OperandBeside(1) is null
            || sum.OnlyReader("Mul") is not { } product)
        {
            return false;
        }

        Value x = scale.Inputs[0]!, other = product.Other(sum.Outputs[0])!;
        Node last = product;
        Node? half = null;
        if (ReferenceEquals(other, x))
        {
            if (product.OnlyReader("Mul") is not { } halved || !Scalars.IsAbout(halved.Other(product.Outputs[0]), 0.5f))
                return false;
            last = halved;
        }
        else
        {
            half = other.Producer;
            if (half?.Is("Mul") != true || Neighbours.OnlyReader(half) is null || !ReferenceEquals(half.OperandBeside(0.5f), x))
                return false;
        }

        Fusion.Replace(last.Outputs[0], "Gelu", context.Opset >= FirstOfOnnx ? "" : MicrosoftOperators.Domain, [x], last, product, sum, node, scale);
        if (half is not null)
            Fusion.RemoveUnread(half);
        return true;
    }
}
