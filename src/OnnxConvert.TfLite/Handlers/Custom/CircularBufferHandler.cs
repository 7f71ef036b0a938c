using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TFLite Micro's CIRCULAR_BUFFER → Concat with a state: the last inputs (1, ..., C), the newest at the end, along the second dimension.</summary>
/// <remarks>With cycles_max above 1 the runtime ends a run before the rest of the model on all calls but every so many, which a graph cannot.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "CIRCULAR_BUFFER", Restrictions = "known sizes; the model runs on each call (cycles_max is 1)")]
internal sealed class CircularBufferHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.OptionBytes().IsEmpty || !op.OptionMap().TryGetInt("cycles_max", out long cycles) || cycles != 1)
            throw op.NotSupported("leaves out the rest of the model on some calls, since cycles_max is not 1; run the parts before and behind it as models of their own");
        Value output = op.Output(0);
        var type = new TensorType(output.ElementType, output.Shape is { IsStatic: true } shape ? shape : throw op.NotSupported("the sizes must be known", output));
        object key = (typeof(CircularBufferHandler), op.Node);
        Value kept = op.Emit.Slice(op.ReadState(key, output.Name, type), [1], [long.MaxValue], [1]);
        Value next = op.Emit.Concat([kept, op.Declared(0)], 1);
        op.WriteState(key, next);
        op.DeclaredResult(0, next);
    }
}
