using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>VAR_HANDLE → nothing: which variable is meant is known at conversion.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.VarHandle)]
[OpHandler(TfLiteOps.CustomDomain, "FlexVarHandleOp")]
internal sealed class VarHandleHandler : IOpHandler
{
    public void Convert(OpContext op) => op.SetHandle(0, new Variable(op.Text("container"), op.Text("shared_name")));
}
