using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>An LSTM or GRU cell written out, once or for several steps → LSTM or GRU.</summary>
/// <remarks>
/// Conditions: float, constant weights of one type, the same ones in all steps; nothing inside a step is read elsewhere. Outputs may be; a cell
/// state that is read elsewhere ends the sequence, as does an input that depends on a step before. The body of a loop is left to
/// <see cref="LoopedRecurrenceRewriter"/>, which turns all its steps into one operator.
/// </remarks>
[Rewriter(After = typeof(LoopedRecurrenceRewriter))]
internal sealed class UnrolledRecurrenceRewriter : IRewriter
{
    public bool Rewrite(Node node, RewriteContext context)
    {
        // Nodes come in their order, so that this is the first step of its sequence. The others are unused once that is replaced.
        if (node.Outputs is not [{ IsUnused: false }] || UnrolledStep.Of(node) is not { } first || IsLoopBody(context))
            return false;
        UnrolledChain chain = UnrolledChain.From(first);
        Node position = chain.Last.Cell.Output.Producer!;
        if (RecurrentOperator.Insert(first.Cell, first.Weights, chain.Sequence(position, context), null, first.Hidden, first.Cell.State, position, context) is not { } results)
            return context.Miss(node, "its weights are of several types");
        chain.Replace(results, position, context);
        return true;
    }

    private static bool IsLoopBody(RewriteContext context) => context.Subgraphs.SelectMany(graph => graph.Nodes).Any(node =>
        node.OpType == TfLiteOps.While && node.Domain == TfLiteOps.Domain
        && node.Attributes.Int("body_subgraph_index") is var index && index >= 0 && index < context.Subgraphs.Count && ReferenceEquals(context.Subgraphs[(int)index], context.Graph));
}
