using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TRANSPOSE → Transpose. Negative entries of the permutation count from the back.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Transpose, Restrictions = "the permutation must be constant")]
[OpHandler(TfLiteOps.CustomDomain, "FlexTranspose", Restrictions = "the permutation must be constant")]
internal sealed class TransposeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        long[] permutation = op.RequireInts(1, "the permutation");
        op.RawResult(0, op.Emit.Transpose(op.Raw(0), [.. permutation.Select(axis => op.Axis(axis, permutation.Length))]));
    }
}
