using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Generation;

/// <summary>Sequences that grow by running a decoder graph: input ids [batch, sequence], the greatest length as second input.</summary>
internal abstract class SearchOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        foreach (string graph in (ReadOnlySpan<string>)["encoder", "init_decoder", "decoder"])
            c.InferGraph(graph);
        base.Infer(c);
        InferSequences(c, c.Shape(0) is { Rank: > 0 } ids ? ids[0] : Dimension.Unknown, Known(c, 1));
    }

    /// <summary>Sets the shape of the sequences that are found.</summary>
    private protected abstract void InferSequences(InferenceCall c, Dimension batch, Dimension length);

    private protected static Dimension Known(InferenceCall c, int input) => c.Constant(input) is [> 0 and var number] ? number : Dimension.Unknown;
}

/// <summary>Searches that give one sequence for each of the batch.</summary>
internal abstract class SingleSearchOperator : SearchOperator
{
    private protected override void InferSequences(InferenceCall c, Dimension batch, Dimension length) => c.Set(0, ElementType.Int32, new Shape(batch, length));
}

/// <summary>Searches that give several sequences for each of the batch, as many as the fifth input says.</summary>
internal abstract class BeamOperator : SearchOperator
{
    private protected override void InferSequences(InferenceCall c, Dimension batch, Dimension length)
    {
        c.Set(0, ElementType.Int32, new Shape(batch, Known(c, 4), length));
        c.Set(1, c.Type(5), new Shape(batch, Known(c, 4)));
    }
}
