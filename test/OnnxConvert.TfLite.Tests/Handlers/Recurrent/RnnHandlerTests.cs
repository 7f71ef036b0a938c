using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class RnnHandlerTests
{
    [TestCase(4, "RNN")]
    [TestCase(3, "Gemm")]
    public void One_step_leaves_its_state(int activation, string opType)
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.Rnn).Input<float>([3], [1, 1]).Cell().Option("fused_activation_function", activation).Output(ElementType.Float);
        Assert.That(source.Operators(), Does.Contain(opType).And.Not.Contain("Scan"));
        foreach (int output in (int[])[0, 1])
            Assert.That(source.Run<float>(output: output), Is.EqualTo(RnnReference.Run([3], activation)).Within(1e-6f));
    }

    [Test]
    public void Bytes_of_uint8_weights_are_read_as_int8()
    {
        var scale = new QuantizationParameters(0.5f, 100);
        SourceBuilder source = new SourceBuilder(TfLiteOps.Rnn).Input<float>([1], [1, 1])
            .Constant<byte>([254, 2], [2, 1], scale).Constant<byte>([0, 0, 0, 0], [2, 2], scale).Constant<float>([0, 0])
            .State(ElementType.Float, [1, 2]).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(new float[] { -1, 1 }));
    }

    [Test]
    public void Integer_inputs_are_refused()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.Rnn).Input<sbyte>([3], [1, 1], new QuantizationParameters(1, 0)).Cell().Output(ElementType.Float);
        Assert.That(() => source.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("float"));
    }
}
