using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Arrangement;

/// <summary>Which dimensions the operator Shape gives: from opset 15 on two attributes bound them.</summary>
public static class ShapeRange
{
    /// <summary>The first dimension that is given, and the one behind the last.</summary>
    /// <param name="attributes">The attributes of the operator.</param>
    /// <param name="rank">The rank of the tensor.</param>
    public static (int Start, int End) Of(NodeAttributes attributes, int rank)
    {
        int start = Bound(attributes, "start", 0, rank);
        return (start, Math.Max(start, Bound(attributes, "end", rank, rank)));
    }

    private static int Bound(NodeAttributes attributes, string name, int otherwise, int rank)
    {
        if (attributes.Find(name) is not { Kind: AttributeKind.Int, ReferenceTo: null } attribute)
            return otherwise;
        return (int)Math.Clamp(attribute.Int < 0 ? attribute.Int + rank : attribute.Int, 0, rank);
    }
}
