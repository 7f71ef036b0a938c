using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TensorFlow's Bincount and DenseBincount → ScatterND(add): how often each number below a size appears, or the sum of its weights.
/// Inputs numbers (n) or for DenseBincount (batch, n), size, weights like the numbers, or none. With binary_output only whether it appears.
/// </summary>
/// <remarks>Numbers that reach the size are left out; negative ones are an error in TensorFlow.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexBincount", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexDenseBincount", MinOpset = 11)]
internal sealed class FlexBincountHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        bool isBatched = op.Node.OpType == "FlexDenseBincount" && op.Rank(0) == 2;
        Value size = op.Index(1);
        // What is left out goes to one more number, which is cut off again.
        Value slots = emit.Add(size, emit.Const(1L));
        Value numbers = emit.Min(op.Indices(0), size);
        Value batch = isBatched ? emit.Length(numbers, 0) : emit.Const(1L);
        if (isBatched)
            numbers = emit.Add(numbers, emit.Mul(emit.Unsqueeze(emit.Indices(batch), 1), slots));
        numbers = emit.Reshape(numbers, -1);

        Value sums = Segments.Combine(emit, "add", Weights(op, numbers), numbers, emit.Mul(batch, slots));
        Value counts = emit.Reshape(sums, emit.Concat([emit.Reshape(batch, 1), emit.Reshape(slots, 1)], 0));
        counts = emit.Slice(counts, [0], [-1], [1]);
        if (op.Flag("binary_output"))
            counts = emit.Cast(emit.Compare("Greater", counts, emit.Const(0, counts.ElementType)), counts.ElementType);
        op.DeclaredResult(0, isBatched ? counts : emit.Squeeze(counts, 0));
    }

    /// <summary>What each number counts.</summary>
    private static Value Weights(OpContext op, Value numbers)
    {
        ElementType type = op.OutputType(0);
        Value ones = op.Emit.Expand(op.Emit.Const(1, type), op.Emit.Shape(numbers));
        if (op.Flag("binary_output") || op.Shape(2)?.Any(size => size.Size == 0) == true)
            return ones;
        if (op.Sizes(2) is null)
            throw op.NotSupported("it must be known whether there are weights", op.Input(2));
        return op.Emit.Reshape(op.Declared(2), -1);
    }
}
