using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Mod → Mod with fmod: the remainder with the sign of the dividend.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexMod", MinOpset = 10)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTruncateMod", MinOpset = 10)]
internal sealed class FlexModHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.DeclaredResult(0, op.Emit.Binary("Mod", op.Declared(0), op.Declared(1), new NodeAttribute("fmod", 1L)));
}
