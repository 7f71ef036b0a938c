using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_CUSTOM_CALL → what a handler for the target's name writes.</summary>
/// <remarks>Handlers for targets are registered with <see cref="TfLiteOps.CustomCallDomain"/> and the target's name. There are none built in.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloCustomCall, Restrictions = "targets with a handler of your own")]
internal sealed class StableHloCustomCallHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        string target = op.Text("call_target_name");
        if (!op.TryHandler(TfLiteOps.CustomCallDomain, target))
            throw op.NotSupported($"calls '{target}', for which there is no handler; register one with [OpHandler(TfLiteOps.CustomCallDomain, \"{target}\")]");
    }
}
