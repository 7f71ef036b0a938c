using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Dequantizing;

internal sealed class IntegerBoundaryTests
{
    /// <summary>ONNX Runtime would round both rows of weights with one scale, in which those of the second are nothing.</summary>
    [Test]
    public void A_lone_operator_stays_float_between_integers()
    {
        SourceBuilder source = new SourceBuilder(TfLiteOps.FullyConnected)
            .Input<sbyte>([20, -40], [1, 2], new(1, 0))
            .Constant<sbyte>([100, 50, 30, 20], [2, 2], new([1, 0.01f], [0, 0], 0)).NoInput()
            .Output(ElementType.Int8, new(1, 0));
        Assert.That(source.Run<sbyte>(source.Conversion().Dequantize(keepIntegerBoundary: true).ToOnnx()), Is.EqualTo(new sbyte[] { 0, -2 }));
    }
}
