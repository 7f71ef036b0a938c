using System.Collections.Frozen;
using OnnxConvert.Ir;

namespace OnnxConvert.Optimizers.Layout;

/// <summary>Which operator follows which rule.</summary>
internal static class LayoutRules
{
    private static readonly FrozenDictionary<string, LayoutRule> ByOperator = Build();

    /// <summary>The rule by which a node can be permuted, or null when its dimensions have fixed meanings.</summary>
    internal static LayoutRule? Find(Node node, int opset) =>
        node.Domain.Length == 0 && ByOperator.TryGetValue(node.OpType, out LayoutRule? rule) && rule.Applies(node, opset) ? rule : null;

    private static FrozenDictionary<string, LayoutRule> Build()
    {
        var rules = new Dictionary<string, LayoutRule>();
        Add(new ElementwiseLayoutRule(allInputs: false),
            "Abs", "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "BitwiseNot", "Cast", "Ceil", "Celu", "Clip", "Cos", "Cosh", "Elu", "Erf", "Exp",
            "Floor", "Gelu", "HardSigmoid", "HardSwish", "Identity", "IsInf", "IsNaN", "LeakyRelu", "Log", "Mish", "Neg", "Not", "Reciprocal", "Relu",
            "Round", "Selu", "Shrink", "Sigmoid", "Sign", "Sin", "Sinh", "Softplus", "Softsign", "Sqrt", "Tan", "Tanh", "ThresholdedRelu");
        Add(new ElementwiseLayoutRule(allInputs: true),
            "Add", "And", "BitShift", "BitwiseAnd", "BitwiseOr", "BitwiseXor", "Div", "Equal", "Greater", "GreaterOrEqual", "Less", "LessOrEqual", "Max",
            "Mean", "Min", "Mod", "Mul", "Or", "Pow", "PRelu", "Sub", "Sum", "Where", "Xor");
        Add(new QuantizationLayoutRule(), "QuantizeLinear", "DequantizeLinear");
        Add(new AxisLayoutRule(), "Concat", "Split", "Softmax", "LogSoftmax", "Hardmax", "TopK", "GatherElements", "Gather");
        Add(new PadLayoutRule(), "Pad");
        Add(new SliceLayoutRule(), "Slice");
        Add(new ReduceLayoutRule(),
            "ReduceL1", "ReduceL2", "ReduceLogSum", "ReduceLogSumExp", "ReduceMax", "ReduceMean", "ReduceMin", "ReduceProd", "ReduceSum", "ReduceSumSquare");
        Add(new ArgReduceLayoutRule(), "ArgMax", "ArgMin");
        Add(new SqueezeLayoutRule(), "Squeeze");
        Add(new UnsqueezeLayoutRule(), "Unsqueeze");
        Add(new PerDimensionLayoutRule(), "Tile", "Expand");
        return rules.ToFrozenDictionary();

        void Add(LayoutRule rule, params ReadOnlySpan<string> operators)
        {
            foreach (string name in operators)
                rules.Add(name, rule);
        }
    }
}
