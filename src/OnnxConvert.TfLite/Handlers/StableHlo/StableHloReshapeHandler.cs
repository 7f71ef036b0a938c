using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_RESHAPE → Reshape to the declared shape of the output; there are no options.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloReshape, Restrictions = "at most one size of the output is unknown")]
internal sealed class StableHloReshapeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value output = op.Output(0);
        if (output.Shape is not { } shape || shape.Count(dimension => !dimension.IsStatic) > 1)
            throw op.NotSupported("the shape of the output must be known but for one size", output);
        op.RawResult(0, op.Emit.Reshape(op.Raw(0), [.. shape.Select(dimension => dimension.Size ?? -1)]));
    }
}
