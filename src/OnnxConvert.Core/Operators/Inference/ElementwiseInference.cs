using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Operators whose result has the shape of their input, or that of all inputs broadcast.</summary>
internal static class ElementwiseInference
{
    public static void AddTo(Dictionary<string, InferenceFunction> table)
    {
        table.Add(
            SameAsFirst,
            "Abs", "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "BitwiseNot", "Ceil", "Celu", "Clip", "Cos", "Cosh", "CumProd", "CumSum", "Elu", "Erf",
            "Exp", "Floor", "Gelu", "HardSigmoid", "HardSwish", "Hardmax", "LeakyRelu", "Log", "LogSoftmax", "LRN", "Mish", "Neg", "Not", "PRelu",
            "Reciprocal", "Relu", "ReverseSequence", "Round", "Scatter", "ScatterElements", "ScatterND", "Selu", "Shrink", "Sigmoid", "Sign", "Sin", "Sinh",
            "Softmax", "Softplus", "Softsign", "Sqrt", "Swish", "Tan", "Tanh", "TensorScatter", "ThresholdedRelu", "Trilu");
        table.Add(static c => c.Set(0, c.TypeOf(0)), "Identity");
        table.Add(BroadcastFirstType, "Add", "Sub", "Mul", "Div", "Pow", "Mod", "BitShift", "BitwiseAnd", "BitwiseOr", "BitwiseXor", "Max", "Min", "Mean", "Sum");
        table.Add(BroadcastBool, "And", "Or", "Xor", "Equal", "Greater", "GreaterOrEqual", "Less", "LessOrEqual");
        table.Add(static c => c.Set(0, ElementType.Bool, c.Shape(0)), "IsInf", "IsNaN");
        table.Add(static c => c.Set(0, c.Type(1) == ElementType.Undefined ? c.Type(2) : c.Type(1), Dims.Broadcast(c, c.Shape(0), c.Shape(1), c.Shape(2))), "Where");
    }

    private static void SameAsFirst(InferenceContext c) => c.Set(0, c.Type(0), c.Shape(0));

    private static void BroadcastFirstType(InferenceContext c) => c.Set(0, c.Type(0), Broadcast(c));

    private static void BroadcastBool(InferenceContext c) => c.Set(0, ElementType.Bool, Broadcast(c));

    private static Shape? Broadcast(InferenceContext c)
    {
        // Before opset 7 the second input was fitted to the first, at a place that an attribute gave.
        if (c.Opset < 7)
            return c.Shape(0);
        var shapes = new Shape?[c.InputCount];
        for (int i = 0; i < shapes.Length; i++)
            shapes[i] = c.Shape(i);
        return Dims.Broadcast(c, shapes);
    }
}
