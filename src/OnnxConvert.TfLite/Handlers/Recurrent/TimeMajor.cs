using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Sequences have time first inside, as ONNX's recurrent operators want them, and time or batch first in the file (option <c>time_major</c>).</summary>
internal static class TimeMajor
{
    /// <summary>A sequence of the file with time first.</summary>
    internal static Value From(OpContext op, Value sequence) => Swap(op, sequence);

    /// <summary>A sequence with time first as the file wants it.</summary>
    internal static Value To(OpContext op, Value sequence) => Swap(op, sequence);

    private static Value Swap(OpContext op, Value sequence) => op.Flag("time_major") ? sequence : op.Emit.Transpose(sequence, 1, 0, 2);
}
