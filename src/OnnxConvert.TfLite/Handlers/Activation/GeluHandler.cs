using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>GELU → Gelu: x times the normal distribution's cumulative function, or the approximation of it by tanh; of int16 by the kernel's table.</summary>
/// <remarks>Gelu: 20.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Gelu)]
internal sealed class GeluHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        bool approximate = op.Flag("approximate");
        if (Int16Table.Covers(op) && approximate)
            op.RawResult(0, Int16Table.Apply(op, ByTanh));
        else
            op.Result(0, op.Emit.Gelu(op.Real(0), approximate));
    }

    /// <summary>Hendrycks and Gimpel, "Gaussian Error Linear Units".</summary>
    private static float ByTanh(float x) => 0.5f * x * (1 + MathF.Tanh(0.797884561f * (x + (0.044715f * x * x * x))));
}
