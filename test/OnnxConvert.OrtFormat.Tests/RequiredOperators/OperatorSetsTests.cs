namespace OnnxConvert.OrtFormat;

public class OperatorSetsTests
{
    private const string FloatRelu = """ai.onnx;14;Relu{"inputs": {"0": ["float"]}}""";
    private const string ByteRelu = """ai.onnx;14;Relu{"inputs": {"0": ["int8_t"]}}""";
    private const string BothRelu = """ai.onnx;14;Relu{"inputs": {"0": ["float", "int8_t"]}}""";
    private const string AnyRelu = "ai.onnx;14;Relu";
    private const string All = "!no_ops_specified_means_all_ops_are_required";

    [TestCase("ai.onnx;7;Add", "ai.onnx;13;Add", "ai.onnx;7;Add\nai.onnx;13;Add")]
    [TestCase(FloatRelu, ByteRelu, BothRelu)]
    [TestCase(FloatRelu, AnyRelu, AnyRelu)]
    [TestCase(FloatRelu, "ai.onnx;6;Relu", "ai.onnx;6;Relu\n" + AnyRelu)]
    [TestCase("", FloatRelu, FloatRelu)]
    [TestCase(All, FloatRelu, All)]
    [TestCase("!globally_allowed_types;float\nai.onnx;7;Add", "!globally_allowed_types;bool\nai.onnx;6;Relu", "!globally_allowed_types;bool,float\nai.onnx;6;Relu\nai.onnx;7;Add")]
    [TestCase("!globally_allowed_types;float\nai.onnx;14;Relu,Reshape", ByteRelu, BothRelu + ",Reshape")]
    public void Union_is_what_both_need(string left, string right, string expected)
    {
        Assert.That(RequiredOperators.Parse(left).Union(RequiredOperators.Parse(right)), Is.EqualTo(RequiredOperators.Parse(expected)));
        Assert.That(RequiredOperators.Parse(right).Union(RequiredOperators.Parse(left)), Is.EqualTo(RequiredOperators.Parse(expected)));
    }

    [TestCase("ai.onnx;7;Add\nai.onnx;13;Add", "ai.onnx;13;Add", "ai.onnx;7;Add")]
    [TestCase(BothRelu, FloatRelu, ByteRelu)]
    [TestCase(FloatRelu, BothRelu, "")]
    [TestCase(FloatRelu, AnyRelu, "")]
    [TestCase(AnyRelu, FloatRelu, AnyRelu)]
    [TestCase(AnyRelu, AnyRelu, "")]
    [TestCase(FloatRelu, "", FloatRelu)]
    [TestCase(BothRelu, """ai.onnx;6;Relu{"inputs": {"0": ["float"]}}""", BothRelu)]
    [TestCase(BothRelu, "!globally_allowed_types;float\nai.onnx;14;Relu", ByteRelu)]
    [TestCase("""ai.onnx;11;OneHot{"custom": [["float", "float", "float"], ["int64_t", "float", "float"]]}""", """ai.onnx;11;OneHot{"custom": [["float", "float", "float"]]}""", """ai.onnx;11;OneHot{"custom": [["int64_t", "float", "float"]]}""")]
    public void Difference_is_what_only_the_first_needs(string left, string right, string expected) =>
        Assert.That(RequiredOperators.Parse(left).Except(RequiredOperators.Parse(right)), Is.EqualTo(RequiredOperators.Parse(expected)));

    [Test]
    public void All_operators_have_no_difference() =>
        Assert.That(() => RequiredOperators.Parse(All).Except(RequiredOperators.Parse(AnyRelu)), Throws.ArgumentException);

    [Test]
    public void Comments_are_joined_and_count_for_nothing()
    {
        var left = RequiredOperators.Parse("# a\n" + AnyRelu);
        var right = RequiredOperators.Parse("# b\n# a\n" + AnyRelu);
        Assert.That(left, Is.EqualTo(right));
        Assert.That(left.GetHashCode(), Is.EqualTo(right.GetHashCode()));
        Assert.That(left.Union(right).ToString(), Is.EqualTo("# a\n# b\n" + AnyRelu + "\n"));
        Assert.That(left.WithComments().ToString(), Is.EqualTo(AnyRelu + "\n"));
    }

    [Test]
    public void Types_can_be_left_out() => Assert.That(RequiredOperators.Parse(FloatRelu).WithoutTypes(), Is.EqualTo(RequiredOperators.Parse(AnyRelu)));
}
