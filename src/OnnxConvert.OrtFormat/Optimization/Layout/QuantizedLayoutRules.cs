using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;
using OnnxConvert.Optimizers.Layout;

namespace OnnxConvert.OrtFormat.Optimization.Layout;

/// <summary>Which of ONNX Runtime's operators can be computed in another order of dimensions, and how.</summary>
internal static class QuantizedLayoutRules
{
    private static readonly LayoutRule Resize = new ResizeLayoutRule();
    private static readonly LayoutRule MaxPool = new MaxPoolLayoutRule();
    private static readonly LayoutRule Pool = new QuantizedPoolLayoutRule();
    private static readonly LayoutRule Unary = new ElementwiseLayoutRule(allInputs: false);
    private static readonly LayoutRule Binary = new QuantizedBinaryLayoutRule();
    private static readonly LayoutRule Axis = new QuantizedAxisLayoutRule();

    /// <summary>The rules from <see cref="OptimizationLevel.Extended"/> on, when it is settled that the CPU runs the operators.</summary>
    internal static LayoutRule? FindOfCpu(Node node, int opset) => node.Is("Resize") && Resize.Applies(node, opset) ? Resize : null;

    /// <summary>The rules of <see cref="OptimizationLevel.All"/>.</summary>
    internal static LayoutRule? Find(Node node, int opset)
    {
        LayoutRule? rule = (node.Domain, node.OpType) switch
        {
            ("", "Resize") => Resize,
            ("", "MaxPool") => MaxPool,
            (MicrosoftOperators.Domain, "QLinearAveragePool" or "QLinearGlobalAveragePool") => Pool,
            (MicrosoftOperators.Domain, "QLinearSigmoid" or "QLinearLeakyRelu") => Unary,
            (MicrosoftOperators.Domain, "QLinearAdd" or "QLinearMul") => Binary,
            (MicrosoftOperators.Domain, "QLinearConcat" or "QLinearSoftmax") => Axis,
            _ => null,
        };
        return rule?.Applies(node, opset) == true ? rule : null;
    }
}
