using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>What a tree of MUL, DIV by a constant, SQUARE and POW multiplies: a constant and any other values, in no order.</summary>
/// <remarks>Trees end at values that something else reads, too, so that all that is in between vanishes with the root.</remarks>
internal sealed class Product
{
    private const int MaxFactors = 8;

    private readonly List<Value> _factors = [];

    private Product()
    {
    }

    internal double Constant { get; private set; } = 1;

    internal IReadOnlyList<Value> Factors => _factors;

    /// <summary>What a node multiplies.</summary>
    internal static Product? Of(Node root)
    {
        var product = new Product();
        return product.TakeNode(root) ? product : null;
    }

    /// <summary>What a value is the product of; itself, if nothing else.</summary>
    internal static Product? Of(Value? value)
    {
        var product = new Product();
        return value is not null && product.Take(value) ? product : null;
    }

    /// <summary>The one factor beside <paramref name="value"/>, which must be there once, or null.</summary>
    internal Value? Beside(Value value) => _factors.Count != 2 ? null
        : ReferenceEquals(_factors[0], value) ? _factors[1]
        : ReferenceEquals(_factors[1], value) ? _factors[0] : null;

    /// <summary>Whether the factors are a power of one value.</summary>
    internal bool IsPower(Value value, int exponent) => _factors.Count == exponent && _factors.All(factor => ReferenceEquals(factor, value));

    private bool Take(Value value)
    {
        if (value.Number() is { } number)
        {
            Constant *= number;
            return true;
        }

        if (value is { Uses.Count: 1, IsGraphOutput: false, Producer: { } node } && IsPart(node))
            return TakeNode(node);
        _factors.Add(value);
        return _factors.Count <= MaxFactors;
    }

    private static bool IsPart(Node node) => node.Outputs[0].IsReal() && (node.IsPlain(TfLiteOps.Mul) || node.IsBuiltin(TfLiteOps.Square)
        || (node.IsPlain(TfLiteOps.Div) && node.Input(1).Number() is not (null or 0))
        || (node.IsBuiltin(TfLiteOps.Pow) && node.Input(1).Number() is 2 or 3));

    private bool TakeNode(Node node)
    {
        if (!IsPart(node) || node.Input(0) is not { } a)
            return false;
        if (node.OpType == TfLiteOps.Mul)
            return node.Input(1) is { } b && Take(a) && Take(b);
        if (node.OpType == TfLiteOps.Div)
        {
            Constant /= node.Input(1).Number()!.Value;
            return Take(a);
        }

        int power = node.OpType == TfLiteOps.Square ? 2 : (int)node.Input(1).Number()!.Value;
        _factors.AddRange(Enumerable.Repeat(a, power));
        return _factors.Count <= MaxFactors;
    }
}
