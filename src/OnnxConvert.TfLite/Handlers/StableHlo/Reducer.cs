using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>A way to make one number of two that ONNX also has as a reduction.</summary>
/// <param name="Combine">The ONNX operator of two inputs.</param>
/// <param name="Reduction">The ONNX operator over dimensions.</param>
/// <param name="Scatter">The name of ScatterND's reduction.</param>
internal sealed record Reducer(string Combine, string Reduction, string Scatter)
{
    internal static readonly Reducer Sum = new("Add", "ReduceSum", "add");
    internal static readonly Reducer Product = new("Mul", "ReduceProd", "mul");
    internal static readonly Reducer Largest = new("Max", "ReduceMax", "max");
    internal static readonly Reducer Smallest = new("Min", "ReduceMin", "min");

    /// <summary>What a subgraph of two inputs does that is a single operator; of bools, "and" is the smaller and "or" the larger one.</summary>
    /// <returns>Null when it is anything else.</returns>
    internal static Reducer? Of(Graph body)
    {
        if (body.NodeCount != 1 || body.Inputs.Count != 2 || body.Outputs is not [{ Producer: { Domain: TfLiteOps.Domain, Inputs: [{ } a, { } b] } node }])
            return null;
        bool takesBoth = (a == body.Inputs[0] && b == body.Inputs[1]) || (a == body.Inputs[1] && b == body.Inputs[0]);
        if (!takesBoth || node.Attributes.Int("fused_activation_function") != 0)
            return null;
        return (node.OpType, a.ElementType == ElementType.Bool) switch
        {
            (TfLiteOps.StableHloAdd or TfLiteOps.Add, false) => Sum,
            (TfLiteOps.StableHloMultiply or TfLiteOps.Mul, false) => Product,
            (TfLiteOps.StableHloMaximum or TfLiteOps.Maximum, _) => Largest,
            (TfLiteOps.StableHloMinimum or TfLiteOps.Minimum, _) => Smallest,
            (TfLiteOps.StableHloOr or TfLiteOps.LogicalOr or TfLiteOps.StableHloAdd, true) => Largest,
            (TfLiteOps.StableHloAnd or TfLiteOps.LogicalAnd or TfLiteOps.StableHloMultiply, true) => Smallest,
            _ => null,
        };
    }

    /// <summary>Whether an input is a constant that changes nothing: 0 of a sum, 1 of a product, the end of the range of the others.</summary>
    internal bool IsNeutral(OpContext op, int input)
    {
        if (op.Constant(input) is not { ElementCount: 1 } value)
            return false;
        double? number = value.ElementType switch
        {
            ElementType.Float => value.AsSpan<float>()[0],
            ElementType.Double => value.AsSpan<double>()[0],
            ElementType.Float16 => (double)value.AsSpan<Half>()[0],
            _ => null,
        };
        if (number is { } real)
            return real == Scatter switch { "add" => 0, "mul" => 1, "max" => double.NegativeInfinity, _ => double.PositiveInfinity };
        if (value.ElementType == ElementType.UInt64 || op.ConstantInts(input) is not [var integer])
            return false;
        (long min, long max) = value.ElementType == ElementType.Bool ? (0, 1) : value.ElementType.IntegerRange();
        return integer == Scatter switch { "add" => 0, "mul" => 1, "max" => min, _ => max };
    }

    /// <summary>Combines two values; bools are numbers here.</summary>
    internal Value Apply(Emitter emit, Value a, Value b) => emit.Binary(Combine, a, b);
}
