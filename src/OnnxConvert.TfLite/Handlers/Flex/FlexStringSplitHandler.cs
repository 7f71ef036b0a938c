using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's StringSplitV2 → StringSplit: the parts of the strings of a vector between separators, as a sparse matrix: index, part, sizes. An empty separator is any white space.</summary>
/// <remarks>StringSplit: 20.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexStringSplitV2", MinOpset = 20, Restrictions = "the separator must be constant")]
internal sealed class FlexStringSplitHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        if (op.Constant(1) is not StringTensorData { Values: [var separator] })
            throw op.NotSupported("the separator must be constant", op.Input(1));
        List<NodeAttribute> attributes = [new("delimiter", separator)];
        if (op.Node.Attributes.Int("maxsplit", -1) is var most and >= 0)
            attributes.Add(new NodeAttribute("maxsplit", most));
        IReadOnlyList<Value> split = emit.Nodes("StringSplit", 2, [op.Declared(0)], [.. attributes]);

        // Rows are filled up with empty strings to the length of the longest.
        Value isPart = emit.Compare("Less", emit.Indices(emit.Reshape(emit.Size(split[0], 1))), emit.Unsqueeze(split[1], 1));
        Value indices = emit.Transpose(emit.NonZero(isPart), 1, 0);
        op.DeclaredResult(0, indices);
        op.DeclaredResult(1, emit.Node("GatherND", [split[0], indices]));
        op.DeclaredResult(2, emit.Shape(split[0]));
    }
}
