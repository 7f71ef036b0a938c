namespace OnnxConvert.Ir;

/// <summary>The type of one tensor element. The numbers are those of ONNX's <c>TensorProto.DataType</c>.</summary>
public enum ElementType
{
    /// <summary>No type is known.</summary>
    Undefined = 0,
    /// <summary>IEEE 754 binary32.</summary>
    Float = 1,
    /// <summary>8-bit unsigned integer.</summary>
    UInt8 = 2,
    /// <summary>8-bit signed integer.</summary>
    Int8 = 3,
    /// <summary>16-bit unsigned integer.</summary>
    UInt16 = 4,
    /// <summary>16-bit signed integer.</summary>
    Int16 = 5,
    /// <summary>32-bit signed integer.</summary>
    Int32 = 6,
    /// <summary>64-bit signed integer.</summary>
    Int64 = 7,
    /// <summary>A string of bytes, by convention UTF-8.</summary>
    String = 8,
    /// <summary>A truth value, one byte, 0 or 1.</summary>
    Bool = 9,
    /// <summary>IEEE 754 binary16.</summary>
    Float16 = 10,
    /// <summary>IEEE 754 binary64.</summary>
    Double = 11,
    /// <summary>32-bit unsigned integer.</summary>
    UInt32 = 12,
    /// <summary>64-bit unsigned integer.</summary>
    UInt64 = 13,
    /// <summary>Two binary32 numbers: real and imaginary part.</summary>
    Complex64 = 14,
    /// <summary>Two binary64 numbers: real and imaginary part.</summary>
    Complex128 = 15,
    /// <summary>The upper 16 bits of a binary32.</summary>
    BFloat16 = 16,
    /// <summary>8-bit float, 4 exponent and 3 mantissa bits, no infinity.</summary>
    Float8E4M3FN = 17,
    /// <summary>As <see cref="Float8E4M3FN"/>, without a negative zero.</summary>
    Float8E4M3FNUZ = 18,
    /// <summary>8-bit float, 5 exponent and 2 mantissa bits.</summary>
    Float8E5M2 = 19,
    /// <summary>As <see cref="Float8E5M2"/>, without infinity and negative zero.</summary>
    Float8E5M2FNUZ = 20,
    /// <summary>4-bit unsigned integer, two in a byte, the first in the low bits.</summary>
    UInt4 = 21,
    /// <summary>4-bit signed integer, two in a byte, the first in the low bits.</summary>
    Int4 = 22,
    /// <summary>4-bit float, 2 exponent bits and 1 mantissa bit, two in a byte.</summary>
    Float4E2M1 = 23,
    /// <summary>8-bit exponent without mantissa or sign: powers of two.</summary>
    Float8E8M0 = 24,
    /// <summary>2-bit unsigned integer, four in a byte, the first in the lowest bits.</summary>
    UInt2 = 25,
    /// <summary>2-bit signed integer, four in a byte, the first in the lowest bits.</summary>
    Int2 = 26,
}
