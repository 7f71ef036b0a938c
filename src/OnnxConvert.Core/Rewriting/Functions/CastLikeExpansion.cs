using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting.Functions;

/// <summary>CastLike: a Cast to the type of the second input, which is known.</summary>
internal static class CastLikeExpansion
{
    internal static Value?[] Expand(Emitter emit, Node node)
    {
        ElementType target = node.Inputs[1]!.ElementType;
        if (target == ElementType.Undefined)
            throw new UnsupportedModelException([new UnsupportedItem(node.OpType, node.Name, node.Inputs[1]!.Name, "the type to cast to is not known; state it in the ONNX model (value_info)")]);
        NodeAttribute[] attributes = [new("to", (long)target), .. node.Attributes.Where(a => a.Name is "saturate" or "round_mode")];
        return [emit.Node("Cast", [node.Inputs[0]], attributes)];
    }
}
