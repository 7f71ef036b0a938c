namespace OnnxConvert.Cli.Convert;

internal sealed class FileSizesTests
{
    [TestCase(0, "0 B")]
    [TestCase(1023, "1023 B")]
    [TestCase(1536, "1.5 KB")]
    [TestCase(1048575, "1.0 MB")]
    [TestCase(14_000_000_000, "13.0 GB")]
    public void Uses_the_unit_that_people_would(long bytes, string text) => Assert.That(FileSizes.Text(bytes), Is.EqualTo(text));
}
