using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TFLite Micro's SignalEnergy → Mul, ReduceSum: the sums of the squares of real and imaginary parts, which are int16 and lie side by side, as uint32; 0 outside of start_index to end_index.</summary>
[OpHandler(TfLiteOps.CustomDomain, "SignalEnergy", Restrictions = "known sizes")]
internal sealed class SignalEnergyHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        int count = op.TableLength(op.Size(0, 0) / 2, "the spectrum");
        int start = op.RequireInt(op.OptionMap(), "start_index", 0, count);
        int end = op.RequireInt(op.OptionMap(), "end_index", start, count);
        Value pairs = emit.Reshape(emit.Cast(op.Declared(0), ElementType.Int64), -1, 2);
        Value energy = emit.Reduce("ReduceSum", emit.Mul(pairs, pairs), [1], keepDims: false);
        if (start > 0 || end < count)
        {
            Value[] parts = [emit.Ints(new long[start]), emit.Slice(energy, [start], [end], [0]), emit.Ints(new long[count - end])];
            energy = emit.Concat([.. parts.Where(part => part.Shape?[0].Size != 0)], 0);
        }

        op.DeclaredResult(0, emit.Cast(energy, ElementType.UInt32));
    }
}
