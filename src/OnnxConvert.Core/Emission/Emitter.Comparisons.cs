using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    /// <summary>A comparison: <c>Equal</c>, <c>Less</c>, <c>LessOrEqual</c>, <c>Greater</c> or <c>GreaterOrEqual</c>; gives bool.</summary>
    public Value Compare(string opType, Value a, Value b)
    {
        // The combined forms came with opset 12.
        if (Opset < 12 && opType is "LessOrEqual" or "GreaterOrEqual")
            return Node("Or", [Compare(opType == "LessOrEqual" ? "Less" : "Greater", a, b), Compare("Equal", a, b)]);
        if (opType == "Equal" && Opset < 19 && a.ElementType == ElementType.String)
            return EqualStrings(a, b);
        ElementType computed = Computed(opType, a.ElementType);
        a = Cast(a, computed);
        b = Cast(b, computed);
        return opType == "Equal" && Opset < 11 && computed.IsFloat() ? EqualReals(a, b) : Node(opType, [a, b]);
    }

    /// <summary>Logical negation.</summary>
    public Value Not(Value x) => Node("Not", [x]);

    /// <summary>Elements of <paramref name="whenTrue"/> or <paramref name="whenFalse"/>, with broadcasting.</summary>
    public Value Where(Value condition, Value whenTrue, Value whenFalse)
    {
        ElementType type = whenTrue.ElementType;
        ElementType computed = Computed("Where", type);
        return Cast(Node("Where", [condition, Cast(whenTrue, computed), Cast(whenFalse, computed)]), type);
    }

    /// <summary>Equality of real numbers, which Equal does not take before opset 11: neither less nor greater, nor NaN.</summary>
    private Value EqualReals(Value a, Value b)
    {
        Value differ = Node("Or", [Node("Less", [a, b]), Node("Greater", [a, b])]);
        Value isNaN = Node("Or", [Node("IsNaN", [a]), Node("IsNaN", [b])]);
        return Not(Node("Or", [differ, isNaN]));
    }

    /// <summary>Equality of strings, which Equal does not take before opset 19: Unique numbers the strings of both tensors, and the numbers are compared.</summary>
    private Value EqualStrings(Value a, Value b)
    {
        if (Opset < 11)
            throw new UnsupportedModelException("Comparing strings needs opset 11 or higher.");
        Value numbers = Unique(Concat([Reshape(a, -1), Reshape(b, -1)], 0)).Places;
        Value countOfA = Reshape(Sizes(a) is { } sizes ? Ints(sizes.Aggregate(1L, (x, y) => x * y)) : Node("Size", [a]), 1);
        Value ofA = Slice(numbers, Ints(0), countOfA, Ints(0));
        Value ofB = Slice(numbers, countOfA, Ints(long.MaxValue), Ints(0));
        return Node("Equal", [Reshape(ofA, Shape(a)), Reshape(ofB, Shape(b))]);
    }
}
