using OnnxConvert.Converting;
using OnnxConvert.Emission;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The option <c>fused_activation_function</c>.</summary>
internal static class FusedActivation
{
    /// <summary>The range to which the fused activation limits a result. TANH and SIGN_BIT do nothing outside of recurrent operators: the kernels ignore them.</summary>
    internal static RealRange Activation(this OpContext op) => Range(op.Int("fused_activation_function"));

    /// <summary>As <see cref="Activation"/>, by the activation's number in the schema, which is also that in the runtime's structures.</summary>
    internal static RealRange Range(long activation) => activation switch
    {
        1 => RealRange.Relu,
        2 => new RealRange(-1, 1),
        3 => RealRange.Relu6,
        _ => RealRange.All,
    };
}
