using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Rewriting.Functions;

/// <summary>SequenceMap: a Loop over the items of the first sequence, whose body is the node's own.</summary>
internal static class SequenceMapExpansion
{
    internal static Value?[] Expand(Emitter emit, Node node)
    {
        Graph source = node.Attributes.Find("body")?.Graph ?? throw new InvalidModelException($"{node} has no body.");
        var body = new Graph("body");
        Emitter inside = emit.Inside(body);
        Value index = inside.AddInput("index", new TensorType(ElementType.Int64, Shape.Scalar));
        Value condition = inside.AddInput("condition", new TensorType(ElementType.Bool, Shape.Scalar));
        Value[] sequences = [.. source.Outputs.Select(o => inside.AddInput("sequence", new SequenceType(o.Type)))];

        var map = new Dictionary<Value, Value>();
        for (int i = 0; i < source.Inputs.Count; i++)
        {
            Value argument = node.Inputs[i] ?? throw new InvalidModelException($"{node} lacks its input {i}.");
            map[source.Inputs[i]] = argument.Type is SequenceType ? inside.Node("SequenceAt", [argument, index]) : argument;
        }

        GraphCloner.CopyContents(source, body, map);
        inside.AddInnerOutput(condition);
        for (int i = 0; i < sequences.Length; i++)
        {
            Value item = map[source.Outputs[i]];
            inside.AddInnerOutput(inside.Node("SequenceInsert", [sequences[i], item]));
        }

        Value[] empty = [.. source.Outputs.Select(o => emit.Node("SequenceEmpty", [], new NodeAttribute("dtype", (long)o.ElementType)))];
        Value count = emit.Node("SequenceLength", [node.Inputs[0]]);
        return [.. emit.Nodes("Loop", sequences.Length, [count, emit.Const(true), .. empty], new NodeAttribute("body", body))];
    }
}
