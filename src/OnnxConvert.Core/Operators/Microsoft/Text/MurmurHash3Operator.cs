using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Text;

/// <summary>MurmurHash3: a hash of each element, without a sign unless an attribute says otherwise.</summary>
[Defines("MurmurHash3", Domains.Microsoft)]
internal sealed class MurmurHash3Operator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|MurmurHash3|1||X:T1:float/double/uint32/uint64/int32/int64/string:|Y:T2:uint32/int32:|positive:int=1;seed:int=0
        """;

    public override OperatorTraits Traits => OperatorTraits.Elementwise;

    public override void Infer(InferenceCall c) => c.Set(0, c.Int("positive", 1) != 0 ? ElementType.UInt32 : ElementType.Int32, c.Shape(0));
}
