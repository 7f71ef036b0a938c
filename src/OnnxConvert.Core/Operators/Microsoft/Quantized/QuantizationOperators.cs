using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Quantized;

/// <summary>QuantizeLinear: ONNX's, with more types.</summary>
[Defines("QuantizeLinear", Domains.Microsoft)]
internal sealed class QuantizeLinearOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|QuantizeLinear|1||x:T1:float16/float:;y_scale:T1:float16/float:;y_zero_point:T2:uint8/uint16/int8/int16/int4/uint4:?|y:T2:uint8/uint16/int8/int16/int4/uint4:|axis:int
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Has(2) ? c.Type(2) : ElementType.UInt8, c.Shape(0));
}

/// <summary>DequantizeLinear: ONNX's, with more types.</summary>
[Defines("DequantizeLinear", Domains.Microsoft)]
internal sealed class DequantizeLinearOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|DequantizeLinear|1||x:T1:uint8/uint16/int8/int16/int32/int4/uint4:;x_scale:T2:float16/float:;x_zero_point:T1:uint8/uint16/int8/int16/int32/int4/uint4:?|y:T2:float16/float:|axis:int
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(1), c.Shape(0));
}

/// <summary>QuantizeBFP: floats as blocks that share an exponent.</summary>
[Defines("QuantizeBFP", Domains.Microsoft)]
internal sealed class QuantizeBFPOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|QuantizeBFP|1||x:T1:float16/float/bfloat16:|y:T2:uint8:;shape:T3:int64:;strides:T3:int64:|bfp_type:int!;block_dim:int=-1
        """;
}

/// <summary>DequantizeBFP: blocks that share an exponent as floats of the type that an attribute names.</summary>
[Defines("DequantizeBFP", Domains.Microsoft)]
internal sealed class DequantizeBFPOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|DequantizeBFP|1||x:T1:uint8:;shape:T2:int64:;strides:T2:int64:|y:T3:float16/float/bfloat16:|bfp_type:int!;block_dim:int=-1;dtype:int=1
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.ElementTypeOf("dtype", ElementType.Float), null);
}
