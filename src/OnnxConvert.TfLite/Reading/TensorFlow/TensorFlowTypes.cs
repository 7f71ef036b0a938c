using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Reading;

/// <summary>TensorFlow's element types (tensorflow/core/framework/types.proto).</summary>
internal static class TensorFlowTypes
{
    /// <summary>The type with a number; <see cref="ElementType.Undefined"/> for resources, variants and others without a counterpart.</summary>
    public static ElementType ElementType(int number) => number switch
    {
        1 => Ir.ElementType.Float,
        2 => Ir.ElementType.Double,
        3 => Ir.ElementType.Int32,
        4 => Ir.ElementType.UInt8,
        5 => Ir.ElementType.Int16,
        6 => Ir.ElementType.Int8,
        7 => Ir.ElementType.String,
        8 => Ir.ElementType.Complex64,
        9 => Ir.ElementType.Int64,
        10 => Ir.ElementType.Bool,
        14 => Ir.ElementType.BFloat16,
        17 => Ir.ElementType.UInt16,
        18 => Ir.ElementType.Complex128,
        19 => Ir.ElementType.Float16,
        22 => Ir.ElementType.UInt32,
        23 => Ir.ElementType.UInt64,
        _ => Ir.ElementType.Undefined,
    };
}
