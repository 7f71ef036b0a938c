using OnnxConvert.Ir;

namespace OnnxConvert.Converting.Stages;

/// <summary>Writes a source operator as a node of the same name and options in another domain.</summary>
internal static class PassThrough
{
    internal static void Convert(OpContext op, string domain)
    {
        Value?[] inputs = [.. op.Node.Inputs.Select((input, i) => input is null ? null : op.Declared(i))];
        NodeAttribute[] attributes = [.. op.Node.Attributes];
        IReadOnlyList<Value> outputs = op.Emit.NodeOf(domain, 1, op.Node.OpType, inputs, op.OutputCount, attributes);
        for (int i = 0; i < outputs.Count; i++)
        {
            outputs[i].Type = op.Output(i).Type;
            op.DeclaredResult(i, outputs[i]);
        }

        op.Remark($"passed through to domain '{domain}'");
    }
}
