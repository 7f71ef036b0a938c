using OnnxConvert.Ir;
using FlatType = OnnxConvert.TfLite.Schema.TensorType;

namespace OnnxConvert.TfLite.Reading;

/// <summary>TFLite's element types as those of the graph.</summary>
internal static class TensorTypes
{
    /// <summary>The element type, or <see cref="ElementType.Undefined"/> for handles and for numbers that the schema does not know.</summary>
    public static ElementType ToElementType(FlatType type) => type switch
    {
        FlatType.FLOAT32 => ElementType.Float,
        FlatType.FLOAT16 => ElementType.Float16,
        FlatType.INT32 => ElementType.Int32,
        FlatType.UINT8 => ElementType.UInt8,
        FlatType.INT64 => ElementType.Int64,
        FlatType.STRING => ElementType.String,
        FlatType.BOOL => ElementType.Bool,
        FlatType.INT16 => ElementType.Int16,
        FlatType.COMPLEX64 => ElementType.Complex64,
        FlatType.INT8 => ElementType.Int8,
        FlatType.FLOAT64 => ElementType.Double,
        FlatType.COMPLEX128 => ElementType.Complex128,
        FlatType.UINT64 => ElementType.UInt64,
        FlatType.UINT32 => ElementType.UInt32,
        FlatType.UINT16 => ElementType.UInt16,
        FlatType.INT4 => ElementType.Int4,
        FlatType.UINT4 => ElementType.UInt4,
        FlatType.INT2 => ElementType.Int2,
        FlatType.BFLOAT16 => ElementType.BFloat16,
        FlatType.FLOAT8_E4M3FN => ElementType.Float8E4M3FN,
        FlatType.FLOAT8_E5M2 => ElementType.Float8E5M2,
        _ => ElementType.Undefined,
    };

    /// <summary>The type of a value that holds a handle in place of elements, else null.</summary>
    public static OnnxType? ToHandle(FlatType type) => type switch
    {
        FlatType.RESOURCE => new OpaqueType(TfLiteOps.Domain, "resource"),
        FlatType.VARIANT => new OpaqueType(TfLiteOps.Domain, "variant"),
        _ => null,
    };
}
