using OnnxConvert.Conformance.Running;

namespace OnnxConvert.Conformance.Reporting;

internal sealed class KnownFailuresTests
{
    [Test]
    public void Contradicts_a_new_failure_a_listed_pass_and_a_stale_name()
    {
        var list = Read("a  # cannot yet", "b  # cannot yet", "gone  # was renamed", "# a comment alone", "");
        CaseResult[] results =
        [
            new("a", Stage.Unsupported), new("b", Stage.Pass), new("c", Stage.Wrong) { Error = "off by one" }, new("d", Stage.Skipped),
        ];
        Assert.That(list.Contradictions(results), Is.EqualTo(new[]
        {
            "b no longer fails; take it off the list (cannot yet)",
            "c: wrong: off by one",
            "gone is listed but does not exist",
        }));
        Assert.That(list.Contradictions(results, whole: false), Has.Count.EqualTo(2));
    }

    [Test]
    public void A_line_without_a_reason_is_refused() =>
        Assert.That(() => Read("a"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("'a' has no reason"));

    [Test]
    public void Writing_keeps_the_reasons_that_are_there()
    {
        string path = Path.GetTempFileName();
        Read("a  # its story").Write(path, [new("a", Stage.Wrong), new("b", Stage.Load) { Error = "no\nmore" }, new("c", Stage.Pass)]);
        Assert.That(File.ReadAllLines(path), Is.EqualTo(new[] { "a  # its story", "b  # load: no" }));
        File.Delete(path);
    }

    private static KnownFailures Read(params string[] lines)
    {
        string path = Path.GetTempFileName();
        File.WriteAllLines(path, lines);
        var list = KnownFailures.Read(path);
        File.Delete(path);
        return list;
    }
}
