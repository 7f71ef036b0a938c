using System.Runtime.InteropServices;

namespace OnnxConvert.Testing.Data;

/// <summary>How an input of the golden data is drawn: it is not stored, only its seed is.</summary>
/// <remarks>The generator is SplitMix64 (Steele, Lea, Flood 2014), entered at an element's index so that each stands alone.</remarks>
public sealed record InputRecipe(
    TensorElementType Type, long[] Shape, ulong Seed, double Low, double High, IReadOnlyList<string> Words)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    public Tensor Draw()
    {
        int count = checked((int)Shape.Aggregate(1L, (product, d) => checked(product * d)));
        if (Type == TensorElementType.String)
            return Tensor.OfStrings(Shape, [.. Enumerable.Range(0, count).Select(Word)]);

        var bytes = new byte[count * TensorElements.SizeOf(Type)];
        Fill(bytes);
        return new Tensor(Type, Shape, bytes);
    }

    /// <summary>A number of [0, 1) with 53 random bits.</summary>
    public static double Uniform(ulong seed, long index)
    {
        ulong z = unchecked(seed + ((ulong)index + 1) * GoldenGamma);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        z ^= z >> 31;
        return (z >> 11) * Math.ScaleB(1, -53);
    }

    private string Word(int index) => Words[(int)(Uniform(Seed, index) * Words.Count)];

    private double Real(int index) => Low + Uniform(Seed, index) * (High - Low);

    private double Integer(int index) => Low + Math.Floor(Uniform(Seed, index) * (High - Low + 1));

    private void Fill(Span<byte> bytes)
    {
        switch (Type)
        {
            case TensorElementType.Float or TensorElementType.Complex64: Each(bytes, i => (float)Real(i)); break;
            case TensorElementType.Double or TensorElementType.Complex128: Each(bytes, Real); break;
            case TensorElementType.Float16: Each(bytes, i => (Half)Real(i)); break;
            case TensorElementType.Int8: Each(bytes, i => (sbyte)Integer(i)); break;
            case TensorElementType.UInt8 or TensorElementType.Bool: Each(bytes, i => (byte)Integer(i)); break;
            case TensorElementType.Int16: Each(bytes, i => (short)Integer(i)); break;
            case TensorElementType.UInt16: Each(bytes, i => (ushort)Integer(i)); break;
            case TensorElementType.Int32: Each(bytes, i => (int)Integer(i)); break;
            case TensorElementType.UInt32: Each(bytes, i => (uint)Integer(i)); break;
            case TensorElementType.Int64: Each(bytes, i => (long)Integer(i)); break;
            case TensorElementType.UInt64: Each(bytes, i => (ulong)Integer(i)); break;
            default: throw new InvalidDataException($"No recipe for {TensorElements.NameOf(Type)} inputs.");
        }
    }

    private static void Each<T>(Span<byte> bytes, Func<int, T> value) where T : unmanaged
    {
        var values = MemoryMarshal.Cast<byte, T>(bytes);
        for (int i = 0; i < values.Length; i++)
            values[i] = value(i);
    }
}
