using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's IsFinite: neither IsInf nor IsNaN.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexIsFinite", MinOpset = 10)]
internal sealed class FlexIsFiniteHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value isNeither = op.Emit.Node("Or", [op.Emit.Node("IsInf", [op.Real(0)]), op.Emit.Node("IsNaN", [op.Real(0)])]);
        op.RawResult(0, op.Emit.Not(isNeither));
    }
}
