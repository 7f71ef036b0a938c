using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// Solves A · X = B by Gauss-Jordan elimination, which ONNX has no operator for. Each step picks the row with the largest
/// element in a column among those that were not picked yet, and clears the column in all others; rows stay where they are, and are put in order at the end.
/// </summary>
internal static class LinearEquations
{
    /// <param name="emit">The emitter.</param>
    /// <param name="a">Matrices (batch, n, n) of float or double.</param>
    /// <param name="b">Right sides (batch, n, k).</param>
    /// <returns>X (batch, n, k). Where A is singular, it holds infinities or NaN.</returns>
    internal static Value Solve(Emitter emit, Value a, Value b)
    {
        ElementType type = a.ElementType;
        Value unit = Identity(emit, a);
        Value augmented = emit.Concat([a, b], 2);
        // (n, n + k): step i looks at column i.
        Value columns = emit.Pad(unit, emit.Concat([emit.Ints(0, 0, 0), emit.Size(b, 2)], 0));
        Value unpicked = emit.Expand(emit.Const(1, type), emit.Slice(emit.Shape(a), [0], [2], [0]));
        (Value[] states, Value[] results) = emit.Scan([augmented, unpicked], [columns], isReverse: false, (inner, before, elements) =>
        {
            (Value cleared, Value picked) = Step(inner, before[0], before[1], elements[0]);
            return ([cleared, inner.Sub(before[1], picked)], [picked]);
        });
        Value order = emit.Transpose(results[0], 1, 0, 2);
        Value solved = emit.Slice(states[0], emit.Size(a, 2), emit.Ints(long.MaxValue), emit.Ints(2));
        return emit.MatMul(order, solved);
    }

    /// <summary>The identity matrix (n, n) of the size of matrices.</summary>
    internal static Value Identity(Emitter emit, Value matrices)
    {
        Value numbers = emit.Indices(emit.Length(matrices, 2));
        return emit.Cast(emit.Compare("Equal", emit.Unsqueeze(numbers, 1), emit.Unsqueeze(numbers, 0)), matrices.ElementType);
    }

    /// <summary>Clears a column in all rows but the one that is picked, in which it becomes 1.</summary>
    private static (Value Cleared, Value Picked) Step(Emitter emit, Value rows, Value unpicked, Value column)
    {
        ElementType type = rows.ElementType;
        Value current = emit.MatMul(rows, emit.Unsqueeze(column, 1));
        Value elements = emit.Squeeze(current, 2);
        Value isUnpicked = emit.Compare("Greater", unpicked, emit.Const(0, type));
        Value sizes = emit.Where(isUnpicked, emit.Unary("Abs", elements), emit.Const(-1, type));
        Value pivot = emit.Unsqueeze(emit.ArgReduce("ArgMax", sizes, 1), 1);
        Value numbers = emit.Unsqueeze(emit.Indices(emit.Length(unpicked, 1)), 0);
        Value picked = emit.Cast(emit.Compare("Equal", numbers, pivot), type);
        Value row = emit.MatMul(emit.Unsqueeze(picked, 1), rows);
        Value scaled = emit.Div(row, emit.MatMul(row, emit.Unsqueeze(column, 1)));
        Value cleared = emit.Sub(rows, emit.Mul(emit.Sub(current, emit.Unsqueeze(picked, 2)), scaled));
        return (cleared, picked);
    }
}
