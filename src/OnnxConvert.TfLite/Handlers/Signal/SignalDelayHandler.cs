using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TFLite Micro's SignalDelay → Concat with a state: the samples (..., n) from delay_length samples before, zeros at first.</summary>
[OpHandler(TfLiteOps.CustomDomain, "SignalDelay", Restrictions = "known sizes")]
internal sealed class SignalDelayHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        long[] sizes = op.Sizes(0) ?? throw op.NotSupported("the sizes must be known", op.Input(0));
        int axis = sizes.Length - 1;
        long frame = sizes[axis];
        int delay = op.RequireInt(op.OptionMap(), "delay_length", 1);
        object key = (typeof(SignalDelayHandler), op.Node);
        Value before = op.ReadState(key, op.Output(0).Name, new TensorType(op.InputType(0), Shape.Of([.. sizes[..axis], delay])));
        Value joined = emit.Concat([before, op.Declared(0)], axis);
        op.WriteState(key, emit.Slice(joined, [frame], [long.MaxValue], [axis]));
        op.DeclaredResult(0, emit.Slice(joined, [0], [frame], [axis]));
    }
}
