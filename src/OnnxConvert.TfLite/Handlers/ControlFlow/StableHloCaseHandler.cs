using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_CASE → Equal, If: the subgraph with the number in the first input, or the last one for any other number.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloCase)]
internal sealed class StableHloCaseHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        List<Graph> branches = [.. op.Node.Attributes.Ints("branch_subgraph_indices").Select(index => op.Subgraphs[(int)index])];
        if (branches.Count == 0)
            throw op.NotSupported("has no branches");
        if (branches.Count == 1)
            branches.Add(branches[0]);
        Value index = op.Raw(0);
        Value[] conditions = [.. Enumerable.Range(0, branches.Count - 1).Select(i => op.Emit.Compare("Equal", index, op.Emit.Const(i, op.InputType(0))))];
        op.Switch(conditions, branches, firstInput: 1);
    }
}
