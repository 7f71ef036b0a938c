using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Files;

public class OnnxModelRoundTripTests
{
    [TestCase("node")]
    [TestCase("simple")]
    [TestCase("light")]
    [TestCase("pytorch-converted")]
    [TestCase("pytorch-operator")]
    public void Backend_models_are_the_same_after_load_and_save(string folder)
    {
        IReadOnlyList<string> paths = BackendModels.Find(folder);
        var differences = new List<string>();
        foreach (string path in paths)
        {
            ModelProto before = ModelProto.Parser.ParseFrom(File.ReadAllBytes(path));
            byte[] saved = Save(OnnxModel.Load(path));
            ModelProto after = ModelProto.Parser.ParseFrom(saved);
            NormalForm.Apply(before);
            NormalForm.Apply(after);
            if (!before.Equals(after))
                differences.Add($"{BackendModels.NameOf(path)}: {Difference(before.ToString(), after.ToString())}");
            else if (!Save(OnnxModel.Load(saved)).AsSpan().SequenceEqual(saved))
                differences.Add($"{BackendModels.NameOf(path)}: the second save differs from the first");
        }

        TestContext.Out.WriteLine($"{paths.Count - differences.Count} of {paths.Count} models of '{folder}' are the same.");
        Assert.That(differences, Is.Empty);
    }

    private static byte[] Save(Model model)
    {
        using var stream = new MemoryStream();
        OnnxModel.Save(model, stream);
        return stream.ToArray();
    }

    private static string Difference(string before, string after)
    {
        int at = before.Zip(after).TakeWhile(p => p.First == p.Second).Count();
        int from = Math.Max(0, at - 60);
        return $"…{before[from..Math.Min(before.Length, at + 100)]}… became …{after[from..Math.Min(after.Length, at + 100)]}…";
    }
}
