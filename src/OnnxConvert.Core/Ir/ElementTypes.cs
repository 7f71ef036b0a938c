namespace OnnxConvert.Ir;

/// <summary>Facts about element types: size, kind and names.</summary>
public static class ElementTypes
{
    /// <summary>Bits of one element; 0 for <see cref="ElementType.String"/> and <see cref="ElementType.Undefined"/>, which have no fixed size.</summary>
    public static int BitSize(this ElementType type) => type switch
    {
        ElementType.UInt2 or ElementType.Int2 => 2,
        ElementType.UInt4 or ElementType.Int4 or ElementType.Float4E2M1 => 4,
        ElementType.UInt8 or ElementType.Int8 or ElementType.Bool
            or ElementType.Float8E4M3FN or ElementType.Float8E4M3FNUZ or ElementType.Float8E5M2
            or ElementType.Float8E5M2FNUZ or ElementType.Float8E8M0 => 8,
        ElementType.UInt16 or ElementType.Int16 or ElementType.Float16 or ElementType.BFloat16 => 16,
        ElementType.UInt32 or ElementType.Int32 or ElementType.Float => 32,
        ElementType.UInt64 or ElementType.Int64 or ElementType.Double or ElementType.Complex64 => 64,
        ElementType.Complex128 => 128,
        _ => 0,
    };

    /// <summary>Bytes that <paramref name="count"/> packed elements take, the last byte filled up.</summary>
    /// <exception cref="OverflowException">The size does not fit into 64 bits.</exception>
    public static long ByteLength(this ElementType type, long count)
    {
        int bits = type.BitSize();
        return bits >= 8 ? checked(count * (bits / 8)) : checked((count * bits) + 7) / 8;
    }

    /// <summary>Whether several elements share one byte.</summary>
    public static bool IsSubByte(this ElementType type) => type.BitSize() is > 0 and < 8;

    /// <summary>Whether the type is a real floating-point type of any width.</summary>
    public static bool IsFloat(this ElementType type) => type
        is ElementType.Float or ElementType.Double or ElementType.Float16 or ElementType.BFloat16
        or (>= ElementType.Float8E4M3FN and <= ElementType.Float8E5M2FNUZ)
        or ElementType.Float4E2M1 or ElementType.Float8E8M0;

    /// <summary>Whether an element is a real and an imaginary part.</summary>
    public static bool IsComplex(this ElementType type) => type is ElementType.Complex64 or ElementType.Complex128;

    /// <summary>Whether the type is a signed or unsigned integer of any width; <see cref="ElementType.Bool"/> is not.</summary>
    public static bool IsInteger(this ElementType type) => type.IsSignedInteger() || type.IsUnsignedInteger();

    /// <summary>Whether the type is a signed integer.</summary>
    public static bool IsSignedInteger(this ElementType type) => type
        is ElementType.Int2 or ElementType.Int4 or ElementType.Int8 or ElementType.Int16 or ElementType.Int32 or ElementType.Int64;

    /// <summary>Whether the type is an unsigned integer.</summary>
    public static bool IsUnsignedInteger(this ElementType type) => type
        is ElementType.UInt2 or ElementType.UInt4 or ElementType.UInt8 or ElementType.UInt16 or ElementType.UInt32 or ElementType.UInt64;

    /// <summary>The smallest and largest value of an integer type, limited to the range of <see cref="long"/>.</summary>
    /// <exception cref="ArgumentException">The type is no integer type.</exception>
    public static (long Min, long Max) IntegerRange(this ElementType type)
    {
        if (!type.IsInteger())
            throw new ArgumentException($"{type.OnnxName()} is no integer type.", nameof(type));
        int bits = type.BitSize();
        if (type.IsSignedInteger())
            return bits == 64 ? (long.MinValue, long.MaxValue) : (-(1L << (bits - 1)), (1L << (bits - 1)) - 1);
        return (0, bits == 64 ? long.MaxValue : (1L << bits) - 1);
    }

    /// <summary>ONNX's name of the type, as in <c>tensor(float)</c>.</summary>
    public static string OnnxName(this ElementType type) => type switch
    {
        ElementType.Float8E4M3FN => "float8e4m3fn",
        ElementType.Float8E4M3FNUZ => "float8e4m3fnuz",
        ElementType.Float8E5M2 => "float8e5m2",
        ElementType.Float8E5M2FNUZ => "float8e5m2fnuz",
        ElementType.Float4E2M1 => "float4e2m1",
        ElementType.Float8E8M0 => "float8e8m0",
        _ => type.ToString().ToLowerInvariant(),
    };

    /// <summary>The name that people know from NumPy: <c>float32</c> and <c>float64</c> in place of <c>float</c> and <c>double</c>.</summary>
    public static string DisplayName(this ElementType type) => type switch
    {
        ElementType.Float => "float32",
        ElementType.Double => "float64",
        _ => type.OnnxName(),
    };

    /// <summary>The element type that holds values of <typeparamref name="T"/>.</summary>
    /// <exception cref="ArgumentException">No element type is stored as <typeparamref name="T"/>.</exception>
    public static ElementType Of<T>() => default(T) switch
    {
        float => ElementType.Float,
        byte => ElementType.UInt8,
        sbyte => ElementType.Int8,
        ushort => ElementType.UInt16,
        short => ElementType.Int16,
        int => ElementType.Int32,
        long => ElementType.Int64,
        bool => ElementType.Bool,
        Half => ElementType.Float16,
        double => ElementType.Double,
        uint => ElementType.UInt32,
        ulong => ElementType.UInt64,
        System.Numerics.Complex => ElementType.Complex128,
        _ => throw new ArgumentException($"No tensor element type is stored as {typeof(T)}."),
    };
}
