using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Matrices;

namespace OnnxConvert.Operators.Microsoft.Matrices;

/// <summary>MatMulInteger16: the product of 16-bit integers.</summary>
[Defines("MatMulInteger16", Domains.Microsoft)]
internal sealed class MatMulInteger16Operator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|MatMulInteger16|1||A:T1:uint16/int16:;B:T2:uint16/int16:|Y:T3:uint32/int32:|
        """;

    public override void Infer(InferenceCall c) =>
        c.Set(0, c.Type(0) == ElementType.UInt16 && c.Type(1) == ElementType.UInt16 ? ElementType.UInt32 : ElementType.Int32, MatrixProduct.Of(c, 0, 1));
}

/// <summary>MatMulIntegerToFloat: MatMulInteger, scaled to reals.</summary>
[Defines("MatMulIntegerToFloat", Domains.Microsoft)]
internal sealed class MatMulIntegerToFloatOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|MatMulIntegerToFloat|1||A:T1:uint8/int8:;B:T2:uint8/int8:;a_scale:T3:float16/float:;b_scale:T3:float16/float:;a_zero_point:T1:uint8/int8:?;b_zero_point:T2:uint8/int8:?;bias:T3:float16/float:?|Y:T3:float16/float:|
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(2), MatrixProduct.Of(c, 0, 1));
}

/// <summary>DynamicQuantizeMatMul: the data quantized when it is there, multiplied with quantized weights, scaled to reals.</summary>
[Defines("DynamicQuantizeMatMul", Domains.Microsoft)]
internal sealed class DynamicQuantizeMatMulOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|DynamicQuantizeMatMul|1||A:T1:float:;B:T2:uint8/int8:;b_scale:T1:float:;b_zero_point:T2:uint8/int8:?;bias:T1:float:?|Y:T1:float:|
        """;

    public override void Infer(InferenceCall c) => c.Set(0, ElementType.Float, MatrixProduct.Of(c, 0, 1));
}

/// <summary>QGemm: Gemm of quantized matrices, quantized where the result has a zero point.</summary>
[Defines("QGemm", Domains.Microsoft)]
internal sealed class QGemmOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|QGemm|1||A:TA:uint8/int8:;a_scale:T:float:;a_zero_point:TA:uint8/int8:;B:TB:uint8/int8:;b_scale:T:float:;b_zero_point:TB:uint8/int8:;C:TC:int32:?;y_scale:T:float:?;y_zero_point:TYZ:uint8/int8:?|Y:TY:float/uint8/int8:|alpha:float=1;transA:int=0;transB:int=0
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Has(8) ? c.Type(8) : ElementType.Float, GemmOperator.Product(c, 0, 3));
}

/// <summary>MulInteger: the product of 8-bit integers less their zero points, element by element.</summary>
[Defines("MulInteger", Domains.Microsoft)]
internal sealed class MulIntegerOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|MulInteger|1||A:T:uint8/int8:;A_zero_point:T:uint8/int8:?;B:T:uint8/int8:;B_zero_point:T:uint8/int8:?|C:T1:int32:|
        """;

    public override OperatorTraits Traits => OperatorTraits.Elementwise;

    public override void Infer(InferenceCall c) => c.Set(0, ElementType.Int32, Dims.Broadcast(c, c.Shape(0), c.Shape(2)));
}
