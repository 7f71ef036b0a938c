using System.Numerics;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Elementwise;

/// <summary>Add, Sub, Mul, Div, Mod of two tensors; Max, Min, Sum of any number. Integers wrap around; their division truncates.</summary>
[Defines("Add"), Defines("Sub"), Defines("Mul"), Defines("Div"), Defines("Mod"), Defines("Max"), Defines("Min"), Defines("Sum")]
internal sealed class ArithmeticOperator : BroadcastOperator
{
    internal override ValueFact? InferContents(InferenceCall c, TensorType output) =>
        base.InferContents(c, output) ?? (c.OpType is "Add" or "Sub" or "Mul" or "Div" ? OfSizes(c, output) : null);

    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        TensorData result = c[0];
        for (int i = 1; i < c.InputCount; i++)
        {
            TensorData? next = result.ElementType.IsFloat()
                ? ElementOperations.Combine(result, c[i], Operation<double>(c, isReal: true), Elements.Write)
                : result.ElementType.IsInteger() ? ElementOperations.Combine(result, c[i], Operation<Int128>(c, isReal: false), Elements.Write) : null;
            if (next is null)
                return null;
            result = next;
        }

        return result;
    }

    private static Func<T, T, T>? Operation<T>(EvaluationCall c, bool isReal)
        where T : INumber<T> => c.OpType switch
        {
            "Add" or "Sum" => (a, b) => a + b,
            "Sub" => (a, b) => a - b,
            "Mul" => (a, b) => a * b,
            "Div" => (a, b) => a / b,
            "Max" => T.Max,
            "Min" => T.Min,
            "Mod" when c.Attributes.Int("fmod") != 0 => (a, b) => a % b,
            "Mod" when !isReal => FloorModulo,
            _ => null,
        };

    /// <summary>The remainder with the sign of the divisor, as in Python.</summary>
    private static T FloorModulo<T>(T a, T b)
        where T : INumber<T>
    {
        T remainder = a % b;
        return remainder != T.Zero && T.IsNegative(remainder) != T.IsNegative(b) ? remainder + b : remainder;
    }

    /// <summary>Arithmetic of sizes of which some are symbols, or not known.</summary>
    private static ValueFact? OfSizes(InferenceCall c, TensorType output)
    {
        // Sizes that were cast to floats must not be divided as integers.
        if (!output.ElementType.IsInteger() || c.Elements(0) is not { } a || c.Elements(1) is not { } b || (a.Length != b.Length && a.Length != 1 && b.Length != 1))
            return null;
        var results = new SizeValue[a.Length == 1 ? b.Length : a.Length];
        for (int i = 0; i < results.Length; i++)
            results[i] = OfSizes(c.OpType, a[a.Length == 1 ? 0 : i], b[b.Length == 1 ? 0 : i]);
        return output.Shape!.ElementCount == results.Length && results.Any(result => result != default) ? new ValueFact(output, [.. results]) : null;
    }

    private static SizeValue OfSizes(string opType, SizeValue a, SizeValue b) => opType switch
    {
        "Add" => Dims.Combine(a, b, static (x, y) => SizeExpression.Sum(x, y)),
        "Sub" => Dims.Combine(a, b, static (x, y) => SizeExpression.Sum(x, y, sign: -1)),
        "Mul" => Dims.Combine(a, b, SizeExpression.Product),
        _ when a.Number is { } x && b.Number is { } y => y == 0 ? default : new SizeValue(x / y),
        _ => Dims.Combine(a, b, SizeExpression.Quotient),
    };
}
