using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Integer inputs in the type in which indices are computed.</summary>
internal static class IndexValues
{
    /// <summary>An input of one element as an int64 scalar; a constant where it is one.</summary>
    internal static Value Index(this OpContext op, int input) => op.ConstantInts(input) is [var known]
        ? op.Emit.Const(known)
        : op.Emit.Reshape(op.Indices(input));

    /// <summary>An input as int64.</summary>
    internal static Value Indices(this OpContext op, int input) => op.Emit.Cast(op.Declared(input), ElementType.Int64);

    /// <summary>The sizes of a tensor's dimensions from one up to before another, as a rank 1 value; none at all where there are no such dimensions.</summary>
    internal static Value[] SizesBetween(this Emitter emit, Value x, int first, int end) =>
        end > first ? [emit.Slice(emit.Shape(x), [first], [end], [0])] : [];

    /// <summary>Whether both conditions hold.</summary>
    internal static Value And(this Emitter emit, Value a, Value b) => emit.Node("And", [a, b]);
}
