using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>
/// MatMul → Add → Gemm. The right operand is a matrix of float or float16, the bias one row, one column or the shape of the
/// product; nobody else reads the product. A left operand that is no matrix gets a Reshape before and one behind, if its sizes
/// are known and the bias is a vector. (MatMulAddFusion)
/// </summary>
/// <remarks>Products in the attention pattern are left alone for the fusion of attention.</remarks>
internal sealed class MatMulAddPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("MatMul") || Neighbours.OnlyReader(node) is not { } add || !add.Is("Add"))
            return false;
        Value left = node.Inputs[0]!, right = node.Inputs[1]!;
        Value bias = add.Inputs[ReferenceEquals(add.Inputs[0], node.Outputs[0]) ? 1 : 0]!;
        if (left.ElementType is not (ElementType.Float or ElementType.Float16 or ElementType.BFloat16) || ReferenceEquals(bias, node.Outputs[0]) || bias.ElementType != left.ElementType
            || left.Shape is not { } rows || right.Shape is not { Rank: 2 } weights || bias.Shape is not { } shape)
        {
            return false;
        }

        bool reshapes = rows.Rank != 2;
        if (!FitsBias(shape, rows, weights, reshapes) || (reshapes && (!rows.IsStatic || rows.ElementCount == 0 || !weights.IsStatic || AttentionPattern.Contains(node, add))))
            return false;
        if (reshapes)
            FuseReshaped(node, add, bias, rows.ToSizes()!, weights.ToSizes()!);
        else
            Fusion.Replace(add.Outputs[0], "Gemm", "", [left, right, bias], add, node).Name = $"{node.Name}/MatMulAddFusion";
        return true;
    }

    private static bool FitsBias(Shape bias, Shape rows, Shape weights, bool reshapes)
    {
        if (bias.Rank == 1)
            return Same(bias[0], weights[1]);
        if (reshapes || bias.Rank != 2)
            return false;
        return (bias[0].Size == 1 && Same(bias[1], weights[1])) || (Same(bias[0], rows[0]) && (bias[1].Size == 1 || Same(bias[1], weights[1])));
    }

    private static bool Same(Dimension a, Dimension b) => !a.IsUnknown && a == b;

    private static void FuseReshaped(Node matMul, Node add, Value bias, long[] rows, long[] weights)
    {
        Graph graph = matMul.Graph!;
        long count = rows[..^1].Aggregate(1L, (product, size) => product * size);
        ElementType type = matMul.Inputs[0]!.ElementType;
        Node before = graph.InsertBefore(add, "Reshape", [matMul.Inputs[0], graph.AddInitializer("gemm_input_shape", TensorData.Vector<long>(count, weights[0]))]);
        Value matrix = before.AddOutput($"{matMul.Name}_gemm_input", new TensorType(type, Shape.Of(count, weights[0])));
        Node gemm = graph.InsertBefore(add, "Gemm", [matrix, matMul.Inputs[1], bias]);
        gemm.Name = $"{matMul.Name}/MatMulAddFusion";
        Value product = gemm.AddOutput($"{matMul.Name}_gemm_output", new TensorType(type, Shape.Of(count, weights[1])));
        Fusion.Replace(add.Outputs[0], "Reshape", "", [product, graph.AddInitializer("gemm_output_shape", TensorData.Vector<long>([.. rows[..^1], weights[1]]))], add, matMul);
    }
}
