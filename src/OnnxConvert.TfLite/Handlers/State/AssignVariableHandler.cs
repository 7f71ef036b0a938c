using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>ASSIGN_VARIABLE → nothing: what reads the variable further on reads the value.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.AssignVariable)]
[OpHandler(TfLiteOps.CustomDomain, "FlexAssignVariableOp")]
internal sealed class AssignVariableHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Variable variable = op.Handle(0) as Variable ?? throw op.NotSupported("its first input must come from VAR_HANDLE", op.Input(0));
        op.WriteState(1, variable, variable.Name);
    }
}
