using OnnxConvert.Files;
using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Files;

public class AtomicFileTests
{
    [Test]
    public void Files_are_replaced_together()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Path("data"), "old data");
        File.WriteAllText(folder.Path("model"), "old model");
        using (var files = new AtomicFile())
        {
            Write(files, folder.Path("data"), "new data");
            Write(files, folder.Path("model"), "new model");
            Assert.That(Contents(folder), Has.Length.EqualTo(4).And.Member("data: old data").And.Member("model: old model"));
            files.Commit();
        }

        Assert.That(Contents(folder), Is.EqualTo(new[] { "data: new data", "model: new model" }));
    }

    [Test]
    public void Where_the_last_file_cannot_be_replaced_none_is()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Path("data"), "old data");
        // A folder stands where the model would go.
        Directory.CreateDirectory(folder.Path("model"));
        using (var files = new AtomicFile())
        {
            Write(files, folder.Path("data"), "new data");
            Write(files, folder.Path("more"), "new file");
            Write(files, folder.Path("model"), "new model");
            Assert.That(files.Commit, Throws.InstanceOf<IOException>().Or.TypeOf<UnauthorizedAccessException>());
        }

        Assert.That(Contents(folder), Is.EqualTo(new[] { "data: old data" }));
    }

    [Test]
    public void What_is_not_committed_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        using (var files = new AtomicFile())
            Write(files, folder.Path("model"), "new model");
        Assert.That(Contents(folder), Is.Empty);
    }

    [Test]
    public void The_error_says_who_holds_a_file_that_the_system_does_not_replace()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Path("model"), "model");
        using MappedFile mapped = MappedFile.Open(folder.Path("model"));
        var cause = new IOException("It is in use.");
        Assert.That(AtomicFile.Refusal(folder.Path("model"), cause, [mapped]), Does.Contain("the model that is being saved was loaded from it").And.Contain("dispose"));
        Assert.That(AtomicFile.Refusal(folder.Path("model"), cause, []), Does.Contain("dispose it first").And.Contain("It is in use."));
    }

    private static void Write(AtomicFile files, string path, string text)
    {
        using var writer = new StreamWriter(files.Create(path));
        writer.Write(text);
    }

    private static string[] Contents(TemporaryFolder folder) =>
        [.. Directory.GetFiles(folder.Root).Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)}: {File.ReadAllText(file)}")];
}
