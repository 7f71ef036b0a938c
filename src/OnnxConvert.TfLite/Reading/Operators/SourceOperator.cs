using OnnxConvert.TfLite.Schema;

namespace OnnxConvert.TfLite.Reading;

/// <summary>An operator with checked tensor indices.</summary>
internal sealed class SourceOperator
{
    private SourceOperator(Operator source, OperatorName name, string place)
    {
        Source = source;
        Name = name;
        Place = place;
        Inputs = source.GetInputsArray() ?? [];
        Outputs = source.GetOutputsArray() ?? [];
        Intermediates = source.GetIntermediatesArray() ?? [];
    }

    public Operator Source { get; }

    public OperatorName Name { get; }

    /// <summary>Subgraph, index and name, for messages.</summary>
    public string Place { get; }

    /// <summary>Tensor indices; -1 for an optional input that is left out.</summary>
    public int[] Inputs { get; }

    public int[] Outputs { get; }

    public int[] Intermediates { get; }

    /// <exception cref="InvalidModelException">An index leads nowhere, or an output is written twice.</exception>
    public static SourceOperator[] ReadAll(SubGraph subgraph, int subgraphIndex, OperatorName[] names)
    {
        var operators = new SourceOperator[subgraph.OperatorsLength];
        for (int i = 0; i < operators.Length; i++)
        {
            var source = subgraph.Operators(i)!.Value;
            if (source.OpcodeIndex >= names.Length)
                throw new InvalidModelException($"Operator {i} of subgraph {subgraphIndex} has the operator code index {source.OpcodeIndex}; the model has {names.Length} operator codes.");
            var name = names[source.OpcodeIndex];
            operators[i] = new SourceOperator(source, name, $"Operator {i} ({name.OpType}) of subgraph {subgraphIndex}");
            operators[i].Check(subgraph.TensorsLength);
        }

        return operators;
    }

    private void Check(int tensors)
    {
        CheckIndices(Inputs, "input", tensors);
        CheckIndices(Outputs, "output", tensors);
        CheckIndices(Intermediates, "intermediate", tensors);
    }

    private void CheckIndices(int[] indices, string what, int tensors)
    {
        int bad = Array.FindIndex(indices, i => i < -1 || i >= tensors);
        if (bad >= 0)
            throw new InvalidModelException($"{Place}: {what} {bad} is tensor {indices[bad]}; the subgraph has {tensors} tensors.");
    }
}
