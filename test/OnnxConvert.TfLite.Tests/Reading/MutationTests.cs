using System.Buffers.Binary;
using System.Diagnostics;

namespace OnnxConvert.TfLite.Tests.Reading;

/// <summary>Damaged files: reading ends with a documented exception or a model, soon and in bounded memory.</summary>
public class MutationTests
{
    private const int Seed = 20260101;

    [Test]
    public void Damaged_fixtures_end_in_documented_exceptions() => Mutate(5_000, Seed);

    [Test]
    [Explicit("Takes a minute.")]
    public void Many_damaged_fixtures_end_in_documented_exceptions() => Mutate(100_000, Seed + 1);

    private static void Mutate(int count, int seed)
    {
        string[] names = [.. TestData.FixtureNames];
        byte[][] originals = [.. names.Select(TestData.FixtureBytes)];
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            int which = i % names.Length;
            byte[] mutant = Mutation.Of(originals[which], random);
            // Arrays are read in place, other memory through a copy of its structure.
            ReadOnlyMemory<byte> memory = random.Next(2) == 0 ? mutant : new ForeignMemory(mutant).Memory;
            Check(memory, $"mutation {i} of {names[which]}");
        }
    }

    private static void Check(ReadOnlyMemory<byte> mutant, string what)
    {
        long limit = (64L << 20) + (16L * mutant.Length);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        Documented.Check(() => TfLiteReader.Read(mutant), what);

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (seconds > 2 || allocated > limit)
            Assert.Fail($"{what}: {seconds:F2} s and {allocated} bytes; allowed are 2 s and {limit} bytes.");
    }

    private static class Mutation
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
}
