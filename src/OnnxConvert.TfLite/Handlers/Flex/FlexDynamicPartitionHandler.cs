using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's DynamicPartition → Compress for each part: the slices of a tensor (d..., rest...) whose entry among the partitions (d...) is the number of the part.</summary>
/// <remarks>Compress: 9 → 11 (negative axes).</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexDynamicPartition")]
internal sealed class FlexDynamicPartitionHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value data = op.Declared(0);
        int leading = op.Rank(1);
        Value rows = leading == 1 ? data : emit.Reshape(data, emit.Concat([emit.Ints(-1), .. emit.SizesBetween(data, leading, op.Rank(0))], 0));
        Value partitions = emit.Reshape(op.Declared(1), -1);
        for (int i = 0; i < op.OutputCount; i++)
        {
            Value isPart = emit.Compare("Equal", partitions, emit.Const(i, partitions.ElementType));
            op.DeclaredResult(i, emit.Node("Compress", [rows, isPart], new NodeAttribute("axis", 0L)));
        }
    }
}
