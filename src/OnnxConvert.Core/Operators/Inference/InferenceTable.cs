using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Which function infers the outputs of which operator of ONNX's own domain.</summary>
internal static class InferenceTable
{
    private static readonly Dictionary<string, InferenceFunction> Functions = Build();

    public static InferenceFunction? Find(Node node) => node.Domain.Length == 0 ? Functions.GetValueOrDefault(node.OpType) : null;

    public static bool Contains(string opType) => Functions.ContainsKey(opType);

    private static Dictionary<string, InferenceFunction> Build()
    {
        var table = new Dictionary<string, InferenceFunction>(StringComparer.Ordinal);
        ElementwiseInference.AddTo(table);
        TypeConversionInference.AddTo(table);
        ConvolutionInference.AddTo(table);
        PoolingInference.AddTo(table);
        MatrixInference.AddTo(table);
        ReductionInference.AddTo(table);
        ReshapingInference.AddTo(table);
        JoiningInference.AddTo(table);
        SelectionInference.AddTo(table);
        ResizingInference.AddTo(table);
        GeneratorInference.AddTo(table);
        RecurrentInference.AddTo(table);
        NormalizationInference.AddTo(table);
        AttentionInference.AddTo(table);
        SequenceInference.AddTo(table);
        ControlFlowInference.AddTo(table);
        SignalInference.AddTo(table);
        TextInference.AddTo(table);
        return table;
    }

    /// <summary>Adds one function for several operators.</summary>
    public static void Add(this Dictionary<string, InferenceFunction> table, InferenceFunction function, params ReadOnlySpan<string> opTypes)
    {
        foreach (string opType in opTypes)
            table.Add(opType, function);
    }
}
