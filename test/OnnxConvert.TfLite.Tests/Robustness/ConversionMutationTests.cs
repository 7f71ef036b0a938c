using System.IO.Compression;
using OnnxConvert.TfLite.Tests.Reading;

namespace OnnxConvert.TfLite.Tests.Robustness;

/// <summary>Damaged files through the whole conversion: a model or a documented exception, soon and in bounded memory.</summary>
public class ConversionMutationTests
{
    private const int Seed = 20260201;

    [Test]
    public void Damaged_fixtures_convert_or_end_in_documented_exceptions() => Mutate(Fixtures(), 4_000, Seed);

    [Test]
    [Explicit("Takes minutes; the figures stand in docs/conformance.md.")]
    public void Many_damaged_fixtures_convert_or_end_in_documented_exceptions() => Mutate(Fixtures(), 100_000, Seed + 1_000_000);

    // Two files in a hundred thousand contradict themselves in what only constant folding computes: then the end is a
    // InternalErrorException, which is documented but blames the conversion.
    [TestCase("operators.zip")]
    [TestCase("rare.zip")]
    [Explicit("Takes minutes, and needs the recorded operator cases.")]
    public void Damaged_models_of_single_operators_convert_or_end_in_documented_exceptions(string archive)
    {
        string path = Path.Combine(SharedData.Require("cases"), archive);
        using ZipArchive zip = ZipFile.OpenRead(path);
        Mutate([.. zip.Entries.Where(entry => entry.Name == "model.tflite").OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(Read)], 100_000, Seed + 2_000_000, maxBlamed: 10);
    }

    private static (string Name, byte[] Bytes)[] Fixtures() => [.. TestData.FixtureNames.Select(name => (name, TestData.FixtureBytes(name)))];

    private static (string Name, byte[] Bytes) Read(ZipArchiveEntry entry)
    {
        var bytes = new byte[entry.Length];
        using Stream stream = entry.Open();
        stream.ReadExactly(bytes);
        return (Path.GetDirectoryName(entry.FullName)!, bytes);
    }

    private static void Mutate((string Name, byte[] Bytes)[] originals, int count, int seed, int maxBlamed = 0)
    {
        var tally = new MutationTally();
        Parallel.For(0, count, i =>
        {
            (string name, byte[] bytes) = originals[i % originals.Length];
            // A generator for each case, so that one can be repeated without those before it.
            byte[] mutant = Mutation.Of(bytes, new Random(seed + i));
            tally.Add(DamagedConversion.Run(mutant, i, $"mutation {i} of {name}"));
        });
        TestContext.Out.WriteLine(tally);
        Assert.That(tally.Count<InternalErrorException>(), Is.LessThanOrEqualTo(maxBlamed), tally.ToString());
        Assert.That(tally.Faults, Is.Empty, tally.ToString());
    }
}
