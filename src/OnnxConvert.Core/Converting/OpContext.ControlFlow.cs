using OnnxConvert.Converting.State;
using OnnxConvert.Converting.Subgraphs;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting;

public sealed partial class OpContext
{
    /// <summary>Converts a source graph in place of this operator; inputs and outputs correspond by position.</summary>
    /// <exception cref="UnsupportedModelException">Something in the graph cannot be converted.</exception>
    public void Inline(Graph body) => SubgraphCalls.Inline(this, _converter, body);

    /// <summary>
    /// Converts a source graph of single numbers in place, for tensors of them: what its operators do to numbers they do to
    /// each element. Inputs and outputs are in the types that the file declares.
    /// </summary>
    /// <param name="body">A graph of operators that work element by element.</param>
    /// <param name="arguments">A value for each of its inputs; their shapes broadcast.</param>
    /// <param name="wanted">Tensors of the graph; by default its outputs.</param>
    /// <returns>A value for each wanted tensor.</returns>
    /// <exception cref="UnsupportedModelException">Something in the graph cannot be converted.</exception>
    public IReadOnlyList<Value> Apply(Graph body, IReadOnlyList<Value> arguments, IReadOnlyList<Value>? wanted = null) =>
        SubgraphCalls.Apply(this, _converter, body, arguments, wanted ?? body.Outputs);

    /// <summary>Converts source graphs into the branches of If; their inputs are the operator's from <paramref name="firstInput"/> on.</summary>
    /// <param name="condition">A bool of one element.</param>
    /// <param name="then">What runs when the condition holds.</param>
    /// <param name="otherwise">What runs when it does not.</param>
    /// <param name="firstInput">The operator's first input that is handed on.</param>
    /// <exception cref="UnsupportedModelException">Something in the graphs cannot be converted.</exception>
    public void If(Value condition, Graph then, Graph otherwise, int firstInput = 0) =>
        BranchConversion.Convert(this, _converter, [condition], [then, otherwise], firstInput);

    /// <summary>Converts source graphs into nested branches: the first whose condition holds runs, or else the last one.</summary>
    /// <param name="conditions">Bools of one element, one for each graph but the last.</param>
    /// <param name="branches">The source graphs.</param>
    /// <param name="firstInput">The operator's first input that is handed on.</param>
    /// <exception cref="UnsupportedModelException">Something in the graphs cannot be converted.</exception>
    public void Switch(IReadOnlyList<Value> conditions, IReadOnlyList<Graph> branches, int firstInput = 0) =>
        BranchConversion.Convert(this, _converter, conditions, branches, firstInput);

    /// <summary>Converts source graphs into a Loop: while the first one gives true for the operator's inputs, the second one makes new ones of them.</summary>
    /// <param name="condition">Gives one bool.</param>
    /// <param name="body">Gives as many values as it takes, and <paramref name="stacked"/> more.</param>
    /// <param name="stacked">The number of the body's last results that no round takes: the operator's last outputs are those of all rounds, stacked along a new first dimension.</param>
    /// <exception cref="UnsupportedModelException">Something in the graphs cannot be converted.</exception>
    public void While(Graph condition, Graph body, int stacked = 0) => new LoopConversion(this, _converter, condition, body, stacked).Convert();

    /// <summary>Takes what a source graph without inputs and outputs gives to states as that with which they start.</summary>
    /// <exception cref="UnsupportedModelException">Something in the graph cannot be converted, or is not constant.</exception>
    public void Initialize(Graph initialization) => StateInitialization.Run(this, _converter, initialization);
}
