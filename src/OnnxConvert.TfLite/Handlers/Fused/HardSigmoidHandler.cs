using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Rewriters;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>HardSigmoid: x / 6 + 0.5, limited to 0 to 1.</summary>
[OpHandler(TfLiteOps.FusedDomain, FusedOps.HardSigmoid)]
internal sealed class HardSigmoidHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.Result(0, op.Emit.Unary("HardSigmoid", op.Real(0), new NodeAttribute("alpha", 1 / 6f), new NodeAttribute("beta", 0.5f)));
}
