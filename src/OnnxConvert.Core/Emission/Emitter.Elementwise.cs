using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    /// <summary>A sum with broadcasting.</summary>
    public Value Add(Value a, Value b) => Binary("Add", a, b);

    /// <summary>A difference with broadcasting.</summary>
    public Value Sub(Value a, Value b) => Binary("Sub", a, b);

    /// <summary>A product with broadcasting.</summary>
    public Value Mul(Value a, Value b) => Binary("Mul", a, b);

    /// <summary>A quotient with broadcasting; integers truncate toward zero.</summary>
    public Value Div(Value a, Value b) => Binary("Div", a, b);

    /// <summary>The larger of two values, with broadcasting.</summary>
    public Value Max(Value a, Value b) => Binary("Max", a, b);

    /// <summary>The smaller of two values, with broadcasting.</summary>
    public Value Min(Value a, Value b) => Binary("Min", a, b);

    /// <summary>An operator of one input that keeps the type; computed in a wider one where the type is not covered.</summary>
    public Value Unary(string opType, Value x, params ReadOnlySpan<NodeAttribute> attributes)
    {
        ElementType type = x.ElementType;
        ElementType computed = Computed(opType, type);
        return Cast(Node(opType, [Cast(x, computed)], attributes), type);
    }

    /// <summary>An operator of two inputs of one type that gives the same type; computed in a wider one where the type is not covered.</summary>
    public Value Binary(string opType, Value a, Value b, params ReadOnlySpan<NodeAttribute> attributes)
    {
        ElementType type = a.ElementType;
        ElementType computed = Computed(opType, type);
        a = Cast(a, computed);
        b = Cast(b, computed);
        // ONNX Runtime's vectorized kernels compare only the lower halves of int64.
        Value y = computed == ElementType.Int64 && opType is ("Max" or "Min")
            ? Where(Compare(opType == "Max" ? "Greater" : "Less", a, b), a, b)
            : Node(opType, [a, b], attributes);
        return Cast(y, type);
    }

    /// <summary>Real numbers rounded to the nearest integer, halves to the even one.</summary>
    public Value Round(Value x)
    {
        if (Opset >= 11)
            return Unary("Round", x);
        Value floor = Unary("Floor", x);
        Value fraction = Sub(x, floor);
        Value half = Const(0.5, x.ElementType);
        Value halfOfFloor = Mul(floor, half);
        Value isOdd = Compare("Greater", Sub(halfOfFloor, Unary("Floor", halfOfFloor)), Const(0, x.ElementType));
        Value isHalf = Not(Node("Or", [Compare("Less", fraction, half), Compare("Greater", fraction, half)]));
        Value goesUp = Node("Or", [Compare("Greater", fraction, half), Node("And", [isHalf, isOdd])]);
        return Add(floor, Cast(goesUp, x.ElementType));
    }

    /// <summary>Limits values to a range; bounds that are infinite do nothing.</summary>
    public Value Clip(Value x, double min, double max)
    {
        bool hasMin = !double.IsNegativeInfinity(min);
        bool hasMax = !double.IsPositiveInfinity(max);
        if (!hasMin && !hasMax)
            return x;
        ElementType type = x.ElementType;
        if (min == 0 && !hasMax)
        {
            ElementType relu = Computed("Relu", type);
            return Cast(Node("Relu", [Cast(x, relu)]), type);
        }

        ElementType computed = Computed("Clip", type);
        // ONNX Runtime's Clip takes float only before opset 12.
        if (computed == ElementType.Int64 || (computed == ElementType.Double && Opset < 12))
        {
            x = hasMin ? Max(x, Const(min, type)) : x;
            return hasMax ? Min(x, Const(max, type)) : x;
        }

        Value wide = Cast(x, computed);
        Value clipped = Opset < 11
            ? Node("Clip", [wide], [.. hasMin ? [new NodeAttribute("min", (float)min)] : (ReadOnlySpan<NodeAttribute>)[], .. hasMax ? [new NodeAttribute("max", (float)max)] : (ReadOnlySpan<NodeAttribute>)[]])
            : Node("Clip", [wide, hasMin ? Const(min, computed) : null, hasMax ? Const(max, computed) : null]);
        return Cast(clipped, type);
    }

    /// <summary>Limits values to a range.</summary>
    public Value Clip(Value x, RealRange range) => Clip(x, range.Min, range.Max);

    /// <summary>Converts the element type; nothing is added when it is right already.</summary>
    public Value Cast(Value x, ElementType type) => x.ElementType == type || type == ElementType.Undefined
        ? x
        : Node("Cast", [x], new NodeAttribute("to", (long)type));
}
