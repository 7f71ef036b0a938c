using System.Buffers;
using System.Globalization;
using System.Text;

namespace OnnxConvert.Operators.Inference;

/// <summary>
/// A size as a sum of products of symbols, written as <c>2*N+1</c>: the text of a <see cref="Ir.Dimension.Symbol"/>, in an order that
/// makes equal sums equal texts. What a file writes otherwise (brackets, divisions) is a symbol as a whole.
/// </summary>
internal sealed class SizeExpression
{
    // Longer sums are not worth following.
    private const int MostTerms = 6;
    private const int LongestText = 80;
    private const long Largest = 1L << 61;
    private static readonly SearchValues<char> Operators = SearchValues.Create("()/%^, [");

    // Products of symbols, in ordinal order and joined by '*', with their factors; the empty product is the number.
    private readonly SortedDictionary<string, long> _terms = new(StringComparer.Ordinal);

    private SizeExpression()
    {
    }

    public static SizeExpression? Of(SizeValue value) => value.Number is { } number ? new SizeExpression().Add("", number) : value.Symbol is { } symbol ? Parse(symbol) : null;

    /// <summary>The value that is left when everything is put together; not known where it became too long.</summary>
    public SizeValue ToValue()
    {
        if (_terms.Count == 0)
            return new SizeValue(0);
        if (_terms.Count == 1 && _terms.TryGetValue("", out long number))
            return new SizeValue(number);
        string text = ToString();
        return _terms.Count <= MostTerms && text.Length <= LongestText ? new SizeValue(null, text) : default;
    }

    public static SizeExpression? Sum(SizeExpression a, SizeExpression b, int sign = 1)
    {
        var sum = new SizeExpression();
        foreach ((string product, long factor) in a._terms)
            sum.Add(product, factor);
        foreach ((string product, long factor) in b._terms)
        {
            if (sum.Add(product, factor * sign) is null)
                return null;
        }

        return sum;
    }

    public static SizeExpression? Product(SizeExpression a, SizeExpression b)
    {
        var product = new SizeExpression();
        foreach ((string left, long x) in a._terms)
        {
            foreach ((string right, long y) in b._terms)
            {
                Int128 factor = (Int128)x * y;
                if (Int128.Abs(factor) > Largest || product.Add(Join(left, right), (long)factor) is null)
                    return null;
            }
        }

        return product;
    }

    /// <summary>The quotient by a single product of symbols and numbers, if there is no rest.</summary>
    public static SizeExpression? Quotient(SizeExpression a, SizeExpression b)
    {
        if (b._terms.Count != 1)
            return a.ToString() == b.ToString() && a._terms.Count > 0 ? new SizeExpression().Add("", 1) : null;
        (string divisor, long by) = b._terms.First();
        var quotient = new SizeExpression();
        foreach ((string product, long factor) in a._terms)
        {
            if (by == 0 || factor % by != 0 || Without(product, divisor) is not { } rest)
                return null;
            quotient.Add(rest, factor / by);
        }

        return quotient;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        // The number stands last, as people write it.
        foreach ((string product, long factor) in _terms.Where(term => term.Key.Length > 0).Concat(_terms.Where(term => term.Key.Length == 0)))
        {
            if (text.Length > 0 && factor > 0)
                text.Append('+');
            if (product.Length == 0)
                text.Append(factor.ToString(CultureInfo.InvariantCulture));
            else if (factor == -1)
                text.Append('-').Append(product);
            else if (factor == 1)
                text.Append(product);
            else
                text.Append(factor.ToString(CultureInfo.InvariantCulture)).Append('*').Append(product);
        }

        return text.ToString();
    }

    private static SizeExpression Parse(string symbol)
    {
        var sum = new SizeExpression();
        if (symbol.AsSpan().ContainsAny(Operators) || symbol.Length > LongestText)
            return sum.Add(symbol, 1)!;
        int start = 0;
        for (int i = 1; i <= symbol.Length; i++)
        {
            if (i < symbol.Length && symbol[i] is not ('+' or '-'))
                continue;
            if (!sum.AddTerm(symbol[start..i]))
                return new SizeExpression().Add(symbol, 1)!;
            start = i;
        }

        return sum;
    }

    private bool AddTerm(string term)
    {
        long factor = term.StartsWith('-') ? -1 : 1;
        string product = "";
        foreach (string part in term.TrimStart('+', '-').Split('*'))
        {
            if (part.Length == 0)
                return false;
            if (!char.IsAsciiDigit(part[0]))
                product = Join(product, part);
            else if (long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number < int.MaxValue)
                factor *= number;
            else
                return false;
        }

        return Add(product, factor) is not null;
    }

    private SizeExpression? Add(string product, long factor)
    {
        if (factor is > Largest or < -Largest)
            return null;
        long sum = _terms.GetValueOrDefault(product) + factor;
        if (sum is > Largest or < -Largest)
            return null;
        if (sum == 0)
            _terms.Remove(product);
        else
            _terms[product] = sum;
        return this;
    }

    private static string Join(string left, string right) =>
        left.Length == 0 ? right : right.Length == 0 ? left : string.Join('*', left.Split('*').Concat(right.Split('*')).Order(StringComparer.Ordinal));

    private static string? Without(string product, string divisor)
    {
        if (divisor.Length == 0)
            return product;
        List<string> rest = [.. product.Split('*')];
        return divisor.Split('*').All(rest.Remove) ? string.Join('*', rest) : null;
    }
}
