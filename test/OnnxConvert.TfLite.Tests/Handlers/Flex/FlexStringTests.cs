using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class FlexStringTests
{
    [TestCase("StringLower", "ab c1É")]
    [TestCase("StringUpper", "AB C1É")]
    public void Without_an_encoding_only_ASCII_letters_change(string opType, string expected)
    {
        SourceBuilder source = FlexSource.Of(opType).Strings(["aB c1É", "", "x", "X"], [2, 2]).Text("encoding", "").Output(ElementType.String);
        string[] changed = source.RunStrings();
        Assert.That(changed[0], Is.EqualTo(expected));
        Assert.That(changed[2], Is.EqualTo(changed[3]));
    }

    [Test]
    public void Strings_are_joined_by_a_separator()
    {
        SourceBuilder source = FlexSource.Of("StringJoin").Strings(["a", "b"]).Strings(["c", "d"]).Text("separator", "-").Output(ElementType.String);
        Assert.That(source.RunStrings(20), Is.EqualTo(new[] { "a-c", "b-d" }));
        Assert.That(() => source.RunStrings(18), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("needs opset 20"));
    }

    [TestCase("", new[] { "a", "b", "c" }, new long[] { 0, 0, /**/ 0, 1, /**/ 1, 0 })]
    [TestCase(" ", new[] { "a", "", "b", "c" }, new long[] { 0, 0, /**/ 0, 1, /**/ 0, 2, /**/ 1, 0 })]
    public void Strings_are_split(string separator, string[] parts, long[] indices)
    {
        SourceBuilder source = FlexSource.Of("StringSplitV2").Strings(["a  b", "c"]).ConstantString(separator).Output(ElementType.Int64).Output(ElementType.String).Output(ElementType.Int64);
        Assert.That(source.Run<long>(20), Is.EqualTo(indices));
        Assert.That(source.RunStrings(20, 1), Is.EqualTo(parts));
    }

    [Test]
    public void A_pattern_must_cover_the_whole_string()
    {
        SourceBuilder source = FlexSource.Of("StaticRegexFullMatch").Strings(["abc", "abcd"]).Text("pattern", "a.c").Output(ElementType.Bool);
        Assert.That(source.Run<bool>(20), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public void Numbers_are_read_from_strings()
    {
        SourceBuilder source = FlexSource.Of("StringToNumber").Strings(["1.5", "-2"]).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new[] { 1.5f, -2 }));
    }

    [Test]
    public void Hashes_are_refused_with_the_reason()
    {
        SourceBuilder source = FlexSource.Of("StringToHashBucketFast").Strings(["a"]).Output(ElementType.Int64);
        Assert.That(() => source.Conversion().ToOnnx(18), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("FarmHash"));
    }

    [Test]
    public void An_operator_without_a_handler_is_passed_through_with_its_attributes()
    {
        SourceBuilder source = FlexSource.Of("Betainc").Input<float>([1]).Option("T", 1).Output(ElementType.Float);
        Node node = source.Conversion().PassThrough("FlexBetainc", "com.acme").ToOnnx(18).Model.Graph.Nodes.Single(node => node.Domain == "com.acme");
        Assert.That(node.OpType, Is.EqualTo("FlexBetainc"));
        Assert.That(node.Attributes.Int("T"), Is.EqualTo(1));
    }
}
