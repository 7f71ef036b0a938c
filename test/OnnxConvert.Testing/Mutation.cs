using System.Buffers.Binary;

namespace OnnxConvert.Testing;

/// <summary>A file with one to three things damaged: bits, whole words, offsets, its end, or parts of it copied over others.</summary>
public static class Mutation
{
    private static readonly int[] Telling = [0, 1, -1, 2, 4, 127, 255, 256, 65535, 65536, int.MaxValue, int.MinValue, 0x7fffff00];

    public static byte[] Of(byte[] original, Random random)
    {
        byte[] bytes = [.. original];
        int changes = random.Next(1, 4);
        for (int i = 0; i < changes; i++)
            bytes = Change(bytes, random);
        return bytes;
    }

    private static byte[] Change(byte[] bytes, Random random)
    {
        if (bytes.Length < 16)
            return bytes;
        switch (random.Next(6))
        {
            case 0:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1:
                return bytes[..random.Next(bytes.Length)];
            case 2:
                Write(bytes, random.Next(bytes.Length - 4), random.Next());
                return bytes;
            case 3:
                Write(bytes, Structured(bytes, random), Telling[random.Next(Telling.Length)]);
                return bytes;
            case 4:
                // A small change to an offset leads to a neighbouring object.
                int place = Structured(bytes, random);
                Write(bytes, place, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(place)) + (4 * random.Next(-64, 65)));
                return bytes;
            default:
                int from = Structured(bytes, random);
                int length = Math.Min(random.Next(1, 64), bytes.Length - from);
                bytes.AsSpan(from, length).CopyTo(bytes.AsSpan(Math.Min(Structured(bytes, random), bytes.Length - length)));
                return bytes;
        }
    }

    // Aligned, and rather at the ends: weights fill the middle of a file, tables lie around them.
    private static int Structured(byte[] bytes, Random random)
    {
        int words = (bytes.Length - 4) / 4;
        int span = Math.Min(words, 4096);
        return 4 * (random.Next(2) == 0 ? random.Next(span) : words - 1 - random.Next(span));
    }

    private static void Write(byte[] bytes, int place, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(place), value);
}
