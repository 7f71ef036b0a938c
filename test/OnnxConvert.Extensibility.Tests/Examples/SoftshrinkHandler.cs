#region handler
using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite;

namespace Acme.Models;

/// <summary>Softshrink → Shrink: values within lambda of zero become zero, others move by lambda towards it.</summary>
[OpHandler(TfLiteOps.CustomDomain, "Softshrink")]
internal sealed class SoftshrinkHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.InputType(0) is not (ElementType.Float or ElementType.Int8))
            throw op.NotSupported($"takes float or int8, not {op.InputType(0)}", op.Input(0));
        FlexMap options = op.Node.Attributes.Find("custom_options") is { } bytes ? FlexMap.Parse(bytes.StringBytes) : FlexMap.Empty;
        float lambda = options.TryGetFloat("lambda", out double given) ? (float)given : 0.5f;

        Value x = op.Real(0);
        Value y = op.Emit.Node("Shrink", [x], new NodeAttribute("bias", lambda), new NodeAttribute("lambd", lambda));
        op.Result(0, y);
    }
}
#endregion
