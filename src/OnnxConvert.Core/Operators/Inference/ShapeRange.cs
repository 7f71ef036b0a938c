using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Which dimensions the operator Shape gives: from opset 15 on two attributes bound them.</summary>
internal static class ShapeRange
{
    public static (int Start, int End) Of(Node node, int rank)
    {
        int start = Bound(node, "start", 0, rank);
        return (start, Math.Max(start, Bound(node, "end", rank, rank)));
    }

    private static int Bound(Node node, string name, int otherwise, int rank)
    {
        if (node.Attributes.Find(name) is not { Kind: AttributeKind.Int, ReferenceTo: null } attribute)
            return otherwise;
        return (int)Math.Clamp(attribute.Int < 0 ? attribute.Int + rank : attribute.Int, 0, rank);
    }
}
