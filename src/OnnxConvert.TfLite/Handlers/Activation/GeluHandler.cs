using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>GELU → Gelu: x times the normal distribution's cumulative function, or the approximation of it by tanh; of int16 by the kernel's table.</summary>
/// <remarks>Gelu: 20.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Gelu)]
internal sealed class GeluHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        bool approximate = op.Flag("approximate");
        if (Int16Table.Covers(op))
            op.RawResult(0, Int16Table.Apply(op, approximate ? ByTanh : ByErf));
        else
            op.Result(0, op.Emit.Gelu(op.Real(0), approximate));
    }

    /// <summary>By the complement of erf, as the kernel has it (GeluTransform), which keeps its precision where x is far below 0.</summary>
    private static float ByErf(float x) => 0.5f * x * (float)ErrorFunction.Complement(x * -0.707106781f);

    /// <summary>Hendrycks and Gimpel, "Gaussian Error Linear Units".</summary>
    private static float ByTanh(float x) => 0.5f * x * (1 + MathF.Tanh(0.797884561f * (x + (0.044715f * x * x * x))));
}
