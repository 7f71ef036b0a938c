using System.Text.RegularExpressions;

namespace OnnxConvert.Extensibility;

/// <summary>
/// Code in documents is quoted from sources that are compiled and tested. A block is marked by a comment on the line before
/// it, <c>&lt;!-- quotes PATH#REGION --&gt;</c> with the path from the repository's root, and must be the region's text.
/// </summary>
public partial class DocumentTests
{
    private static readonly string[] QuoteEverything =
        ["docs/writing-a-handler.md", "docs/files.md", "src/OnnxConvert.Core/README.md", "src/OnnxConvert.TfLite/README.md", "docs/ort-format.md", "src/OnnxConvert.OrtFormat/README.md"];

    private static IEnumerable<string> Documents() =>
        [.. new[] { "README.md", "docs", "src" }
            .Select(place => Path.Combine(TestData.Root, place))
            .SelectMany(place => File.Exists(place) ? [place] : Directory.Exists(place) ? Directory.EnumerateFiles(place, "*.md", SearchOption.AllDirectories) : [])
            .Select(path => Path.GetRelativePath(TestData.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    [TestCaseSource(nameof(Documents))]
    public void A_quoted_block_is_the_text_of_its_region(string document)
    {
        foreach (Match quote in Quote().Matches(Text(document)))
        {
            string source = quote.Groups["path"].Value;
            string region = quote.Groups["region"].Value;
            Assert.That(quote.Groups["code"].Value, Is.EqualTo(Region(Text(source), region)), $"{document} quotes {source}#{region}");
        }
    }

    [TestCaseSource(nameof(QuoteEverything))]
    public void Every_block_of_code_is_a_quotation(string document)
    {
        string text = Text(document);
        Assert.That(Quote().Count(text), Is.EqualTo(CodeBlock().Count(text)).And.GreaterThan(0));
    }

    private static string Text(string path) => File.ReadAllText(Path.Combine(TestData.Root, path)).ReplaceLineEndings("\n");

    /// <summary>What stands between <c>#region NAME</c> and its <c>#endregion</c>, without the indentation that all lines share.</summary>
    private static string Region(string source, string name)
    {
        string[] lines = [.. source.Split('\n')
            .SkipWhile(line => line.Trim() != $"#region {name}").Skip(1)
            .TakeWhile(line => line.Trim() != "#endregion")];
        int indent = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Concat(lines.Select(line => line[Math.Min(indent, line.Length)..] + "\n"));
    }

    [GeneratedRegex("^<!-- quotes (?<path>[^#\n]+)#(?<region>[^ \n]+) -->\n```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Quote();

    [GeneratedRegex("^```(csharp|cs)$", RegexOptions.Multiline)]
    private static partial Regex CodeBlock();
}
