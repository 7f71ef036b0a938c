using System.Runtime.InteropServices;

namespace OnnxConvert.Testing.Data;

/// <summary>Names, sizes and values of tensor elements.</summary>
public static class TensorElements
{
    private static readonly (TensorElementType Type, string Name, int Size)[] Table =
    [
        (TensorElementType.Float, "float32", 4), (TensorElementType.Double, "float64", 8),
        (TensorElementType.Float16, "float16", 2), (TensorElementType.BFloat16, "bfloat16", 2),
        (TensorElementType.Int8, "int8", 1), (TensorElementType.UInt8, "uint8", 1),
        (TensorElementType.Int16, "int16", 2), (TensorElementType.UInt16, "uint16", 2),
        (TensorElementType.Int32, "int32", 4), (TensorElementType.UInt32, "uint32", 4),
        (TensorElementType.Int64, "int64", 8), (TensorElementType.UInt64, "uint64", 8),
        (TensorElementType.Bool, "bool", 1), (TensorElementType.String, "string", 0),
        (TensorElementType.Complex64, "complex64", 8), (TensorElementType.Complex128, "complex128", 16),
    ];

    /// <summary>The type that the recorded data call <paramref name="name"/> (numpy's names).</summary>
    public static TensorElementType Parse(string name)
    {
        foreach (var row in Table)
        {
            if (row.Name == name)
                return row.Type;
        }
        throw new InvalidDataException($"Unknown element type '{name}' in the recorded data.");
    }

    /// <summary>Whether values of a type can be read and compared here.</summary>
    public static bool IsKnown(TensorElementType type) => Table.Any(row => row.Type == type);

    public static string NameOf(TensorElementType type) => Row(type).Name;

    /// <summary>Bytes per element; 0 for strings.</summary>
    public static int SizeOf(TensorElementType type) => Row(type).Size;

    public static bool IsComplex(TensorElementType type) =>
        type is TensorElementType.Complex64 or TensorElementType.Complex128;

    public static bool IsFloat(TensorElementType type) => type
        is TensorElementType.Float or TensorElementType.Double or TensorElementType.Float16 or TensorElementType.BFloat16;

    /// <summary>The real type of which a complex element holds two; any other type is itself.</summary>
    public static TensorElementType RealPartOf(TensorElementType type) => type switch
    {
        TensorElementType.Complex64 => TensorElementType.Float,
        TensorElementType.Complex128 => TensorElementType.Double,
        _ => type,
    };

    /// <summary>Element <paramref name="index"/> of floating-point data.</summary>
    public static double Real(TensorElementType type, ReadOnlySpan<byte> bytes, int index) => type switch
    {
        TensorElementType.Float => At<float>(bytes, index),
        TensorElementType.Double => At<double>(bytes, index),
        TensorElementType.Float16 => (double)At<Half>(bytes, index),
        TensorElementType.BFloat16 => BitConverter.Int32BitsToSingle(At<ushort>(bytes, index) << 16),
        _ => (double)Integer(type, bytes, index),
    };

    /// <summary>Element <paramref name="index"/> of integer or boolean data; exact for all of them.</summary>
    public static Int128 Integer(TensorElementType type, ReadOnlySpan<byte> bytes, int index) => type switch
    {
        TensorElementType.Int8 => At<sbyte>(bytes, index),
        TensorElementType.UInt8 => At<byte>(bytes, index),
        TensorElementType.Bool => At<byte>(bytes, index) != 0 ? 1 : 0,
        TensorElementType.Int16 => At<short>(bytes, index),
        TensorElementType.UInt16 => At<ushort>(bytes, index),
        TensorElementType.Int32 => At<int>(bytes, index),
        TensorElementType.UInt32 => At<uint>(bytes, index),
        TensorElementType.Int64 => At<long>(bytes, index),
        TensorElementType.UInt64 => At<ulong>(bytes, index),
        _ => throw new InvalidDataException($"{NameOf(type)} is not an integer type."),
    };

    private static T At<T>(ReadOnlySpan<byte> bytes, int index) where T : unmanaged =>
        MemoryMarshal.Cast<byte, T>(bytes)[index];

    private static (TensorElementType Type, string Name, int Size) Row(TensorElementType type)
    {
        foreach (var row in Table)
        {
            if (row.Type == type)
                return row;
        }
        return (type, type.ToString(), 1);
    }
}
