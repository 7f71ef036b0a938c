using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    /// <summary><c>x * min(max(x + 3, 0), 6) / 6</c>: one node since opset 14.</summary>
    public Value HardSwish(Value x)
    {
        if (Opset >= 14)
            return Unary("HardSwish", x);
        ElementType type = x.ElementType;
        Value gate = Clip(Add(x, Const(3, type)), 0, 6);
        return Mul(Mul(x, gate), Const(1 / 6.0, type));
    }

    /// <summary>x times the cumulative function of the normal distribution: one node since opset 20.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="approximate">Whether the function is approximated by tanh.</param>
    public Value Gelu(Value x, bool approximate)
    {
        if (Opset >= 20)
            return Unary("Gelu", x, new NodeAttribute("approximate", approximate ? "tanh" : "none"));
        ElementType type = x.ElementType;
        Value inner = approximate ? Unary("Tanh", GeluPolynomial(x)) : Unary("Erf", Div(x, Const(Math.Sqrt(2), type)));
        // The form that runtimes look for to put one kernel in its place.
        return Mul(Mul(x, Add(inner, Const(1, type))), Const(0.5, type));
    }

    /// <summary><c>sqrt(2 / pi) * (x + 0.044715 * x^3)</c>, from Hendrycks and Gimpel, "Gaussian Error Linear Units".</summary>
    private Value GeluPolynomial(Value x)
    {
        ElementType type = x.ElementType;
        Value cubic = Mul(Mul(Mul(x, x), x), Const(0.044715, type));
        return Mul(Add(x, cubic), Const(Math.Sqrt(2 / Math.PI), type));
    }
}
