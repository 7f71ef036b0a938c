using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// The bits of floating-point numbers by arithmetic on double and int64, as IEEE 754 defines them: a sign, an exponent e that is
/// stored as e + bias, and a fraction; numbers of the lowest exponent, stored as 0, have no leading 1.
/// </summary>
/// <param name="FractionBits">The number of bits of the fraction.</param>
/// <param name="ExponentBits">The number of bits of the exponent.</param>
internal sealed record FloatFormat(int FractionBits, int ExponentBits)
{
    private int Bias => (1 << (ExponentBits - 1)) - 1;

    private long One => 1L << FractionBits;

    /// <summary>The bit of the sign; the lowest number in 64 bits.</summary>
    private long Sign => 1L << (FractionBits + ExponentBits);

    private bool FillsInt64 => Sign < 0;

    internal static FloatFormat? Of(ElementType type) => type switch
    {
        ElementType.Float16 => new FloatFormat(10, 5),
        ElementType.Float => new FloatFormat(23, 8),
        ElementType.Double => new FloatFormat(52, 11),
        _ => null,
    };

    /// <summary>The bits of numbers as int64.</summary>
    internal Value Encode(Emitter emit, Value x)
    {
        x = emit.Cast(x, ElementType.Double);
        Value size = emit.Unary("Abs", x);
        // NaN compares as false.
        Value isFinite = emit.Compare("Less", size, emit.Const(double.PositiveInfinity));
        Value finite = emit.Where(isFinite, size, emit.Const(0.0));

        // Exponents, counted from the lowest one. A logarithm may be one off next to a power of two.
        Value inverses = emit.Const(TensorData.Vector<double>([.. Enumerable.Range(1 - Bias, 2 * Bias).Select(e => Math.ScaleB(1, -e))]), "powers");
        Value guess = emit.Add(emit.Unary("Floor", emit.Div(emit.Unary("Log", finite), emit.Const(Math.Log(2)))), emit.Const(Bias - 1.0));
        Value exponent = emit.Cast(emit.Clip(guess, 0, (2 * Bias) - 1), ElementType.Int64);
        Value significand = emit.Mul(finite, emit.Gather(inverses, exponent, 0));
        Value up = emit.Cast(emit.Compare("GreaterOrEqual", significand, emit.Const(2.0)), ElementType.Int64);
        Value down = emit.Cast(emit.Compare("Less", significand, emit.Const(1.0)), ElementType.Int64);
        exponent = emit.Max(emit.Sub(emit.Add(exponent, up), down), emit.Const(0L));
        significand = emit.Mul(emit.Mul(finite, emit.Gather(inverses, exponent, 0)), emit.Const((double)One));

        // The leading 1 of the significand counts as one exponent.
        Value bits = emit.Add(emit.Mul(exponent, emit.Const(One)), emit.Cast(significand, ElementType.Int64));
        Value infinite = emit.Const((2L * Bias * One) + One);
        Value isNaN = emit.Node("IsNaN", [emit.Cast(x, ElementType.Float)]);
        bits = emit.Where(isFinite, bits, emit.Where(isNaN, emit.Const((2L * Bias * One) + One + (One / 2)), infinite));
        Value isNegative = emit.Node("Or", [emit.Compare("Less", x, emit.Const(0.0)), emit.Compare("Less", emit.Div(emit.Const(1.0), x), emit.Const(0.0))]);
        return emit.Where(isNegative, emit.Add(bits, emit.Const(Sign)), bits);
    }

    /// <summary>int64 numbers in the order of real ones, in which -0 comes before 0 and NaN last.</summary>
    internal Value Order(Emitter emit, Value x)
    {
        Value bits = Encode(emit, x);
        Value isNegative = FillsInt64 ? emit.Compare("Less", bits, emit.Const(0L)) : emit.Compare("GreaterOrEqual", bits, emit.Const(Sign));
        // The bits of negative numbers count from the sign on, away from zero.
        return emit.Where(isNegative, emit.Sub(emit.Const(unchecked(Sign - 1)), bits), bits);
    }

    /// <summary>The numbers that bits stand for, as double.</summary>
    internal Value Decode(Emitter emit, Value bits)
    {
        Value isNegative = FillsInt64 ? emit.Compare("Less", bits, emit.Const(0L)) : emit.Compare("GreaterOrEqual", bits, emit.Const(Sign));
        bits = emit.Where(isNegative, emit.Sub(bits, emit.Const(Sign)), bits);
        Value exponent = emit.Div(bits, emit.Const(One));
        Value fraction = emit.Sub(bits, emit.Mul(exponent, emit.Const(One)));

        int highest = (2 * Bias) + 1;
        Value leading = emit.Const(TensorData.Vector<double>([0, .. Enumerable.Repeat((double)One, highest)]), "leading");
        Value powers = emit.Const(TensorData.Vector<double>([.. Enumerable.Range(0, highest).Select(e => Math.ScaleB(1, Math.Max(e, 1) - Bias - FractionBits)), double.PositiveInfinity]), "powers");
        Value significand = emit.Add(emit.Cast(fraction, ElementType.Double), emit.Gather(leading, exponent, 0));
        Value size = emit.Mul(significand, emit.Gather(powers, exponent, 0));
        Value isNaN = emit.Node("And", [emit.Compare("Equal", exponent, emit.Const((long)highest)), emit.Compare("Greater", fraction, emit.Const(0L))]);
        size = emit.Where(isNaN, emit.Const(double.NaN), size);
        // Where does not keep the sign of a zero in ONNX Runtime.
        return emit.Mul(size, emit.Gather(emit.Const(TensorData.Vector(1.0, -1.0)), emit.Cast(isNegative, ElementType.Int64), 0));
    }
}
