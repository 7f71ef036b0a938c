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
}
