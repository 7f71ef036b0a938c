using System.Collections.Immutable;

namespace OnnxConvert.OrtFormat.Runtime;

/// <summary>
/// Which arguments' types the kernels of an operator dispatch on, so that types that no model uses can be left out of a
/// build. Operators that are not listed have kernels for one type, or one kernel for all types.
/// </summary>
/// <remarks>The list is that of ONNX Runtime's operator_type_usage_processors.py, held against configurations that it wrote.</remarks>
internal static class TypeUsageRules
{
    private const string Microsoft = "com.microsoft";

    // Shapes and indices are computed with these operators, by the runtime itself too.
    private static readonly ImmutableSortedSet<string> IndexTypes = OperatorTypes.Names("int32_t", "int64_t");

    // Biases of quantized operators are int32, whatever the activations are.
    private static readonly ImmutableSortedSet<string> QuantizedTypes = OperatorTypes.Names("int8_t", "uint8_t", "int32_t");

    private static readonly Dictionary<(string Domain, string OpType), TypeUsageRule> Rules = Create();

    public static TypeUsageRule? Find(string domain, string opType) => Rules.GetValueOrDefault((domain, opType));

    private static Dictionary<(string, string), TypeUsageRule> Create()
    {
        var rules = new Dictionary<(string, string), TypeUsageRule>();
        Add("", new TypeUsageRule { Inputs = [0] },
            "Abs", "ArgMax", "ArgMin", "AveragePool", "BatchNormalization", "BitShift", "Ceil", "Clip", "Conv", "CumSum", "Exp", "Expand",
            "Floor", "Gemm", "IsNaN", "Log", "LogSoftmax", "LpNormalization", "MatMul", "Max", "MaxPool", "Mean", "Min", "NonZero", "Pad",
            "QLinearConv", "QLinearMatMul", "Range", "Reciprocal", "ReduceL1", "ReduceL2", "ReduceLogSum", "ReduceLogSumExp", "ReduceMax",
            "ReduceMean", "ReduceMin", "ReduceProd", "ReduceSum", "ReduceSumSquare", "Relu", "Resize", "ReverseSequence", "RoiAlign",
            "Round", "Scatter", "ScatterElements", "ScatterND", "Shrink", "Sigmoid", "Sign", "Sin", "Softmax", "Split",
            "SplitToSequence", "Sqrt", "Sum", "Tanh", "TopK", "Transpose", "Unique");
        Add("", new TypeUsageRule { Inputs = [0], AlwaysThere = IndexTypes },
            "Add", "Concat", "Div", "Equal", "Greater", "Less", "Mul", "Neg", "Sub");
        Add("", new TypeUsageRule { Inputs = [0], AlwaysThere = QuantizedTypes }, "DequantizeLinear");
        Add("", new TypeUsageRule { Inputs = [0, 1] }, "Gather", "GatherElements", "Pow", "Slice");
        Add("", new TypeUsageRule { Inputs = [1] }, "Where");
        Add("", new TypeUsageRule { Inputs = [0], Outputs = [0] }, "Cast");
        Add("", new TypeUsageRule { Outputs = [0] },
            "ConstantOfShape", "DynamicQuantizeLinear", "Multinomial", "QuantizeLinear", "RandomNormal", "RandomNormalLike", "RandomUniform",
            "RandomUniformLike");
        // Registered by indices, values (as the output) and depth; these are inputs 0, 2 and 1.
        Add("", new TypeUsageRule { CombinedInputs = [0, 2, 1] }, "OneHot");
        Add(Microsoft, new TypeUsageRule { Inputs = [0] }, "QLinearAdd", "QLinearConv", "QLinearMul");
        return rules;

        void Add(string domain, TypeUsageRule rule, params ReadOnlySpan<string> operators)
        {
            foreach (string opType in operators)
                rules.Add((domain, opType), rule);
        }
    }
}
