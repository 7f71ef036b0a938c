using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>READ_VARIABLE → nothing: the value that the variable holds at this point of the graph.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ReadVariable)]
[OpHandler(TfLiteOps.CustomDomain, "FlexReadVariableOp")]
internal sealed class ReadVariableHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Variable variable = op.Handle(0) as Variable ?? throw op.NotSupported("its input must come from VAR_HANDLE", op.Input(0));
        op.ReadState(0, variable, variable.Name);
    }
}
