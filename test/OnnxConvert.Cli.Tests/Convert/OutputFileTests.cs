namespace OnnxConvert.Cli.Convert;

internal sealed class OutputFileTests
{
    [Test]
    public void A_failure_leaves_what_was_there()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Add("r.json", "precious");
        Assert.That(
            () => OutputFile.Write(path, stream =>
            {
                stream.Write("half"u8);
                throw new IOException("the disk is full");
            }),
            Throws.TypeOf<IOException>());
        Assert.That(folder.Files(), Is.EqualTo(new[] { "r.json" }));
        Assert.That(File.ReadAllText(path), Is.EqualTo("precious"));
    }

    [Test]
    public void Missing_folders_are_made()
    {
        using var folder = new TemporaryFolder();
        OutputFile.Write(folder.Path("a/b/r.json"), stream => stream.Write("all"u8));
        Assert.That(File.ReadAllText(folder.Path("a/b/r.json")), Is.EqualTo("all"));
    }
}
