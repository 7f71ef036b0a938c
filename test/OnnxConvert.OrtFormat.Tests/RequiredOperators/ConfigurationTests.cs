using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat;

public class ConfigurationTests
{
    private const string Typed =
        """
        # Generated from model/s:
        # - mobilenet.ort
        ai.onnx;9;Cast{"inputs": {"0": ["float"]}, "outputs": {"0": ["int32_t", "int64_t"]}},Gather{"inputs": {"0": ["float"], "1": ["int64_t"]}}
        ai.onnx;11;Conv{"inputs": {"0": ["float"]}},OneHot{"custom": [["int64_t", "float", "int64_t"]]},Reshape
        ai.onnx.ml;1;ZipMap
        com.microsoft;1;FusedConv

        """;

    private static readonly string[] Limits = ["float", "int8_t"];

    [TestCase(Typed)]
    [TestCase("!globally_allowed_types;float,int8_t\nai.onnx;12;Add\nai.onnx;13;Add\n")]
    [TestCase("!globally_allowed_types;float\n!no_ops_specified_means_all_ops_are_required\n")]
    [TestCase("")]
    public void What_is_written_as_the_reference_writes_it_stays_as_it_is(string text) =>
        Assert.That(RequiredOperators.Parse(text).ToString(), Is.EqualTo(text));

    [TestCase("ai.onnx;13;Relu,Add\n", "ai.onnx;13;Add,Relu\n", TestName = "Operators are sorted")]
    [TestCase("com.microsoft;1;Gelu\nai.onnx;13;Add\nai.onnx;9;Add\n", "ai.onnx;9;Add\nai.onnx;13;Add\ncom.microsoft;1;Gelu\n", TestName = "Domains and versions are sorted, versions as numbers")]
    [TestCase("  ai.onnx ; 12 , 13 ; Add , Relu \r\n\r\n", "ai.onnx;12;Add,Relu\nai.onnx;13;Add,Relu\n", TestName = "Spaces and several versions")]
    [TestCase("ai.onnx;13;Add\nai.onnx;13;Mul\n", "ai.onnx;13;Add,Mul\n", TestName = "Lines add up")]
    [TestCase("""ai.onnx;1;Relu{"inputs":{"0":["int8_t","float"]}}""", "ai.onnx;1;Relu{\"inputs\": {\"0\": [\"float\", \"int8_t\"]}}\n", TestName = "Types are sorted")]
    [TestCase("""ai.onnx;1;Relu{"inputs": {"0": ["float"]}},Max{"inputs": {"0": ["bool"]}}""", "ai.onnx;1;Max{\"inputs\": {\"0\": [\"bool\"]}},Relu{\"inputs\": {\"0\": [\"float\"]}}\n", TestName = "Types behind every operator")]
    [TestCase("ai.onnx;1;Relu{\"inputs\": {\"0\": [\"float\"]}}\nai.onnx;6;Relu{\"inputs\": {\"0\": [\"double\"]}}", "ai.onnx;1;Relu{\"inputs\": {\"0\": [\"double\", \"float\"]}}\nai.onnx;6;Relu{\"inputs\": {\"0\": [\"double\", \"float\"]}}\n", TestName = "Types of several places are put together")]
    [TestCase("ai.onnx;1;Relu{\"inputs\": {\"0\": [\"float\"]}}\nai.onnx;6;Relu", "ai.onnx;1;Relu{\"inputs\": {\"0\": [\"float\"]}}\nai.onnx;6;Relu{\"inputs\": {\"0\": [\"float\"]}}\n", TestName = "A place without types takes none away")]
    [TestCase("#\n#  a\n", "#\n# a\n", TestName = "Comments stay")]
    public void Every_form_comes_out_in_one_form(string text, string expected) =>
        Assert.That(RequiredOperators.Parse(text).ToString(), Is.EqualTo(expected));

    [TestCase("ai.onnx;13", "line 1")]
    [TestCase("\nai.onnx;x;Add", "line 2: 'x' is no version")]
    [TestCase("ai.onnx;0;Add", "'0' is no version")]
    [TestCase(";1;Add", "DOMAIN;VERSION")]
    [TestCase("ai.onnx;13;Add,,Mul", "no name")]
    [TestCase("""ai.onnx;13;Add{"inputs": {"0": ["float"]}""", "not closed")]
    [TestCase("""ai.onnx;13;Add{"inputs": {}}Mul""", "no comma")]
    [TestCase("""ai.onnx;13;Add{"input": {"0": ["float"]}}""", "'input' is none of")]
    [TestCase("""ai.onnx;13;Add{"inputs": ["float"]}""", "is not")]
    [TestCase("""ai.onnx;13;Add{"inputs": {"zero": ["float"]}}""", "line 1")]
    [TestCase("""ai.onnx;13;Add{"inputs": {"0": [1]}}""", "is not")]
    [TestCase("""ai.onnx;13;Add{"inputs": {"0": [null]}}""", "null")]
    [TestCase("!everything", "neither")]
    [TestCase("!globally_allowed_types;int8", "'int8' is no type")]
    [TestCase("!globally_allowed_types;float\n!globally_allowed_types;float", "second time")]
    [TestCase("!globally_allowed_types;float\nai.onnx;13;Add{\"inputs\": {\"0\": [\"float\"]}}", "only one of both")]
    public void A_wrong_line_is_named(string text, string message) =>
        Assert.That(() => RequiredOperators.Parse(text), Throws.TypeOf<InvalidConfigurationException>().With.Message.Contains(message));

    [Test]
    public void Types_belong_to_an_operator_in_all_versions()
    {
        var required = RequiredOperators.None
            .With(new OperatorVersion("ai.onnx", "Relu", 6), OperatorTypes.OfInput(0, "float"))
            .With(new OperatorVersion("", "Relu", 14), OperatorTypes.OfInput(0, "int8_t"));

        Assert.That(required.TypesOf("ai.onnx", "Relu").Inputs[0], Is.EqualTo(Limits));
        Assert.That(required.NeedsInput("", "Relu", 0, ElementType.Int8), Is.True);
        Assert.That(required.NeedsInput("", "Relu", 0, ElementType.Double), Is.False);
        Assert.That(required.NeedsInput("", "Reshape", 0, ElementType.Double), Is.True);
    }

    [TestCase(11, 21, true)]
    [TestCase(1, 10, false)]
    [TestCase(13, null, true)]
    [TestCase(14, null, false)]
    public void A_kernel_is_needed_if_a_listed_version_is_one_that_it_serves(int first, int? last, bool needed) =>
        Assert.That(RequiredOperators.Parse("ai.onnx;13;Conv").NeedsKernel("", "Conv", first, last), Is.EqualTo(needed));

    [Test]
    public void No_operators_means_none_or_all()
    {
        Assert.That(RequiredOperators.Parse("").NeedsKernel("", "Conv", 1), Is.False);
        Assert.That(RequiredOperators.Parse("!no_ops_specified_means_all_ops_are_required").NeedsKernel("", "Conv", 1), Is.True);
        Assert.That(RequiredOperators.Parse("!no_ops_specified_means_all_ops_are_required\nai.onnx;1;Relu").NeedsKernel("", "Conv", 1), Is.False);
    }

    [Test]
    public void Damaged_text_ends_in_the_documented_exception()
    {
        string[] originals = [Typed, "!globally_allowed_types;float,int8_t\nai.onnx;12,13;Add,Mul\n"];
        string letters = "{}[]\",:;!#\n 019azé\ud800\0-.\\";
        var random = new Random(20260101);
        int read = 0;
        for (int i = 0; i < 50_000; i++)
        {
            var text = new System.Text.StringBuilder(originals[i % originals.Length]);
            for (int k = random.Next(1, 4); k > 0; k--)
            {
                int at = random.Next(text.Length);
                switch (random.Next(4))
                {
                    case 0:
                        text.Remove(at, Math.Min(text.Length - at, random.Next(1, 20)));
                        break;
                    case 1:
                        text.Insert(at, letters[random.Next(letters.Length)]);
                        break;
                    case 2:
                        text.Insert(at, text.ToString(random.Next(at + 1), random.Next(Math.Min(20, text.Length - at))));
                        break;
                    default:
                        text[at] = letters[random.Next(letters.Length)];
                        break;
                }
            }

            try
            {
                var parsed = RequiredOperators.Parse(text.ToString());
                Assert.That(RequiredOperators.Parse(parsed.ToString()), Is.EqualTo(parsed), text.ToString());
                read++;
            }
            catch (InvalidConfigurationException)
            {
            }
        }

        Assert.That(read, Is.InRange(1_000, 49_000));
    }

    [Test]
    public void A_small_file_does_not_name_any_number_of_operators()
    {
        string line = $"ai.onnx;{string.Join(',', Enumerable.Range(1, 2_000))};{string.Join(',', Enumerable.Range(1, 2_000).Select(i => $"A{i}"))}";
        Assert.That(() => RequiredOperators.Parse(line), Throws.TypeOf<InvalidConfigurationException>().With.Message.Contains("more than 100000"));
    }

    [Test]
    public void A_file_is_written_and_read()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.config");
        try
        {
            RequiredOperators.Parse(Typed).Save(path);
            Assert.That(File.ReadAllText(path), Is.EqualTo(Typed));
            Assert.That(RequiredOperators.Load(path), Is.EqualTo(RequiredOperators.Parse(Typed)));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
