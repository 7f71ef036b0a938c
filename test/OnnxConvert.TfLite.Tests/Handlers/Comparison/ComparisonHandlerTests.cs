using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class ComparisonHandlerTests
{
    private static readonly float[] Left = [1, 2, 3, float.NaN];

    [TestCase(TfLiteOps.Less, true, false, false, false)]
    [TestCase(TfLiteOps.LessEqual, true, true, false, false)]
    [TestCase(TfLiteOps.Greater, false, false, true, false)]
    [TestCase(TfLiteOps.GreaterEqual, false, true, true, false)]
    [TestCase(TfLiteOps.Equal, false, true, false, false)]
    [TestCase(TfLiteOps.NotEqual, true, false, true, true)]
    public void Compares_elements_and_is_false_for_NaN(string op, params bool[] expected)
    {
        var source = new SourceBuilder(op).Input(Left).Input<float>([2]).Output(ElementType.Bool);
        Assert.That(source.Run<bool>(9), Is.EqualTo(expected));
        Assert.That(source.Run<bool>(18), Is.EqualTo(expected));
    }

    [Test]
    public void Compares_bytes_of_different_quantization_as_real_numbers()
    {
        var source = new SourceBuilder(TfLiteOps.Less)
            .Input<sbyte>([10, 10], quantization: new(1f, 0))
            .Input<sbyte>([30, 10], quantization: new(0.5f, 0))
            .Output(ElementType.Bool);
        Assert.That(source.Run<bool>(), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public void Select_takes_a_condition_along_the_first_dimension()
    {
        var source = new SourceBuilder(TfLiteOps.Select)
            .Input<bool>([true, false])
            .Input<sbyte>([1, 2, 3, 4], [2, 2])
            .Input<sbyte>([5, 6, 7, 8], [2, 2])
            .Output(ElementType.Int8);
        Assert.That(source.Run<sbyte>(), Is.EqualTo(new sbyte[] { 1, 2, 7, 8 }));
    }

    [Test]
    public void Where_gives_one_row_of_indices_for_each_element()
    {
        var source = new SourceBuilder(TfLiteOps.Where).Input<bool>([false, true, true, false], [2, 2]).Output(ElementType.Int64);
        Assert.That(source.Run<long>(), Is.EqualTo(new long[] { 0, 1, 1, 0 }));
    }
}
