using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    /// <summary><c>BitwiseAnd</c>, <c>BitwiseOr</c> or <c>BitwiseXor</c> of integers, with broadcasting; before opset 18 written bit by bit.</summary>
    /// <exception cref="UnsupportedModelException">The target opset is below 11.</exception>
    public Value Bitwise(string opType, Value a, Value b)
    {
        if (Opset >= 18)
            return Node(opType, [a, b]);
        if (Opset < 11)
            throw new UnsupportedModelException($"{opType} needs opset 11 or higher.");
        ElementType type = a.ElementType;
        ulong[] places = [.. Enumerable.Range(0, type.BitSize()).Select(place => (ulong)place)];
        Value numbers = Const(TensorData.Vector<ulong>(places), "places");
        Value bits = Combine(opType, Bits(a, numbers), Bits(b, numbers));
        // A product of matrices, since ONNX Runtime's sums of int64 are not exact beyond 53 bits.
        return Cast(MatMul(Cast(bits, ElementType.Int64), Ints([.. places.Select(place => 1L << (int)place)])), type);
    }

    /// <summary>The bits at the places as 0 and 1, along a new last dimension.</summary>
    private Value Bits(Value x, Value places)
    {
        Value column = Unsqueeze(Cast(x, ElementType.UInt64), -1);
        Value shifted = Node("BitShift", [column, places], new NodeAttribute("direction", "RIGHT"));
        return Node("Mod", [shifted, Const(2UL)]);
    }

    private Value Combine(string opType, Value a, Value b) => opType switch
    {
        "BitwiseAnd" => Mul(a, b),
        "BitwiseOr" => Max(a, b),
        _ => Node("Mod", [Add(a, b), Const(2UL)]),
    };
}
