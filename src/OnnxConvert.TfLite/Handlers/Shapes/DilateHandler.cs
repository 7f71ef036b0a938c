using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>DILATE → Unsqueeze, Pad, Reshape, Slice: elements inserted between those of a tensor. Inputs tensor, the distance of its elements along each dimension afterwards, what is inserted.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Dilate, Restrictions = "computed dilations need opset 11")]
internal sealed class DilateHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.ConstantInts(1) is not { } dilations)
        {
            Value computed = op.Emit.Cast(op.Declared(1), ElementType.Int64);
            op.StoredResult(0, Spacing.Spread(op.Emit, op.Stored(0, 0, 2), op.Rank(0), computed, op.Stored(2, 0, 2)), 0, 2);
            return;
        }

        if (dilations.Length != op.Rank(0) || dilations.Any(dilation => dilation < 1))
            throw op.NotSupported($"needs a dilation of at least 1 for each of {op.Rank(0)} dimensions", op.Input(1));
        Value y = Spacing.Spread(op.Emit, op.Stored(0, 0, 2), [.. dilations.Select(dilation => dilation - 1)], op.Stored(2, 0, 2));
        op.StoredResult(0, y, 0, 2);
    }
}
