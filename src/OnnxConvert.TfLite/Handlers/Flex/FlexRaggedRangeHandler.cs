using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's RaggedRange: for each row the numbers from a start to before a limit, in equal steps. Each of the inputs starts, limits and steps is a vector, or one number for all rows. Gives splits and numbers.</summary>
/// <remarks>TensorFlow adds up real steps one by one; here they are multiplied.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexRaggedRange", MinOpset = 11)]
internal sealed class FlexRaggedRangeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        // Integers divide exactly in double as long as they are below 2^53.
        ElementType computed = op.InputType(0) == ElementType.Float ? ElementType.Float : ElementType.Double;
        Value span = emit.Sub(emit.Cast(op.Declared(1), computed), emit.Cast(op.Declared(0), computed));
        Value steps = emit.Unary("Ceil", emit.Div(span, emit.Cast(op.Declared(2), computed)));
        Value lengths = emit.Reshape(emit.Cast(emit.Max(steps, emit.Const(0, computed)), ElementType.Int64), -1);
        RaggedRows rows = RaggedRows.ByLengths(emit, lengths);
        Value places = emit.Cast(rows.PlaceOf, op.InputType(0));
        op.DeclaredResult(0, emit.Cast(rows.Splits, op.OutputType(0)));
        op.DeclaredResult(1, emit.Add(OfRow(0), emit.Mul(places, OfRow(2))));

        Value OfRow(int input) => emit.Gather(emit.Expand(op.Declared(input), emit.Shape(lengths)), rows.RowOf, 0);
    }
}
