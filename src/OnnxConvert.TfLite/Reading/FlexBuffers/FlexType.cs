namespace OnnxConvert.TfLite;

/// <summary>The types that a FlexBuffer value can have. The numbers are those of the format.</summary>
public enum FlexType
{
    /// <summary>No value.</summary>
    Null = 0,

    /// <summary>A signed integer.</summary>
    Int = 1,

    /// <summary>An unsigned integer.</summary>
    UInt = 2,

    /// <summary>A floating-point number.</summary>
    Float = 3,

    /// <summary>A string that ends at its first zero byte; maps have them as names.</summary>
    Key = 4,

    /// <summary>A string with a length.</summary>
    String = 5,

    /// <summary>A signed integer that is stored elsewhere.</summary>
    IndirectInt = 6,

    /// <summary>An unsigned integer that is stored elsewhere.</summary>
    IndirectUInt = 7,

    /// <summary>A floating-point number that is stored elsewhere.</summary>
    IndirectFloat = 8,

    /// <summary>Values with names, sorted by name.</summary>
    Map = 9,

    /// <summary>Values of any type.</summary>
    Vector = 10,

    /// <summary>Signed integers.</summary>
    VectorInt = 11,

    /// <summary>Unsigned integers.</summary>
    VectorUInt = 12,

    /// <summary>Floating-point numbers.</summary>
    VectorFloat = 13,

    /// <summary>Keys.</summary>
    VectorKey = 14,

    /// <summary>Strings; the format no longer writes it, since the width of their lengths is lost.</summary>
    VectorString = 15,

    /// <summary>Two signed integers, without a length.</summary>
    VectorInt2 = 16,

    /// <summary>Two unsigned integers, without a length.</summary>
    VectorUInt2 = 17,

    /// <summary>Two floating-point numbers, without a length.</summary>
    VectorFloat2 = 18,

    /// <summary>Three signed integers, without a length.</summary>
    VectorInt3 = 19,

    /// <summary>Three unsigned integers, without a length.</summary>
    VectorUInt3 = 20,

    /// <summary>Three floating-point numbers, without a length.</summary>
    VectorFloat3 = 21,

    /// <summary>Four signed integers, without a length.</summary>
    VectorInt4 = 22,

    /// <summary>Four unsigned integers, without a length.</summary>
    VectorUInt4 = 23,

    /// <summary>Four floating-point numbers, without a length.</summary>
    VectorFloat4 = 24,

    /// <summary>Bytes.</summary>
    Blob = 25,

    /// <summary>True or false.</summary>
    Bool = 26,

    /// <summary>Values that are true or false.</summary>
    VectorBool = 36,
}
