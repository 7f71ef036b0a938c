using System.Numerics;
using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Add, Sub, Mul, Div, Mod of two tensors; Max, Min, Sum of any number. Integers wrap around; their division truncates.</summary>
internal static class ArithmeticEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context)
    {
        TensorData result = context[0];
        for (int i = 1; i < context.InputCount; i++)
        {
            TensorData? next = result.ElementType.IsFloat()
                ? Elementwise.Combine(result, context[i], Operation<double>(context, isReal: true), Elements.Write)
                : result.ElementType.IsInteger() ? Elementwise.Combine(result, context[i], Operation<Int128>(context, isReal: false), Elements.Write) : null;
            if (next is null)
                return null;
            result = next;
        }

        return result;
    }

    private static Func<T, T, T>? Operation<T>(EvaluationContext context, bool isReal)
        where T : INumber<T> => context.Node.OpType switch
        {
            "Add" or "Sum" => (a, b) => a + b,
            "Sub" => (a, b) => a - b,
            "Mul" => (a, b) => a * b,
            "Div" => (a, b) => a / b,
            "Max" => T.Max,
            "Min" => T.Min,
            "Mod" when context.Attributes.Int("fmod") != 0 => (a, b) => a % b,
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
}
