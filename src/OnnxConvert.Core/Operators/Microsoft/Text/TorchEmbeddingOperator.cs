using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Text;

/// <summary>TorchEmbedding: rows of a table [entries, width].</summary>
[Defines("TorchEmbedding", Domains.Microsoft)]
internal sealed class TorchEmbeddingOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|TorchEmbedding|1||weight:T:float16/float/double/bfloat16/uint8/uint16/uint32/uint64/int8/int16/int32/int64:;indices::int64:;padding_idx::int64:?;scale_grad_by_freq::bool:?|Y:T:float16/float/double/bfloat16/uint8/uint16/uint32/uint64/int8/int16/int32/int64:|
        """;

    public override void Infer(InferenceCall c) =>
        c.Set(0, c.Type(0), c.Shape(0) is { Rank: 2 } table && c.Shape(1) is { } indices ? new Shape([.. indices, table[1]]) : null);
}
