using OnnxConvert.Ir;
using OnnxConvert.Optimizers.Quantization;

namespace OnnxConvert.Core.Tests.Optimizers.Quantization;

public class QuantizedTableOptimizerTests
{
    [TestCase("Sigmoid")]
    [TestCase("Tanh")]
    [TestCase("Exp")]
    [TestCase("HardSigmoid")]
    [TestCase("Elu")]
    public void A_function_becomes_a_table(string opType) => Assert.That(
        After(ElementType.UInt8, (t, x) => t.Node(opType, [x]), changes: true),
        Is.EqualTo(new[] { "Cast", "Gather", "DequantizeLinear" }));

    [Test]
    public void Several_functions_of_one_tensor_become_one_table() => Assert.That(
        After(ElementType.UInt8, (t, x) => t.Node("Mul", [x, t.Node("Sigmoid", [x])]), changes: true),
        Is.EqualTo(new[] { "Cast", "Gather", "DequantizeLinear" }));

    [Test]
    public void Signed_numbers_count_from_their_lowest() => Assert.That(
        After(ElementType.Int8, (t, x) => t.Node("Tanh", [x]), changes: true),
        Is.EqualTo(new[] { "Cast", "Add", "Gather", "DequantizeLinear" }));

    [Test]
    public void Limits_alone_stay() =>
        After(ElementType.UInt8, (t, x) => t.Node("Relu", [x]), changes: false);

    [Test]
    public void Functions_of_two_tensors_stay() =>
        After(ElementType.UInt8, (t, x) => t.Node("Mul", [t.Node("Sigmoid", [x]), t.Input("other", 3)]), changes: false);

    [Test]
    public void Constants_for_each_channel_stay() =>
        After(ElementType.UInt8, (t, x) => t.Node("Mul", [t.Node("Sigmoid", [x]), t.Const(TensorData.Vector(1f, 2f, 3f))]), changes: false);

    private static IReadOnlyList<string> After(ElementType type, Func<TestGraph, Value, Value> function, bool changes)
    {
        var test = new TestGraph();
        (Value scale, Value zero) = (test.Const(TensorData.Scalar(0.03f)), test.Const(TensorData.FromBytes(type, [], new byte[] { (byte)(type == ElementType.UInt8 ? 128 : 0) })));
        Value x = test.Node("DequantizeLinear", [test.Input("x", type, 3), scale, zero]);
        Value y = test.Node("QuantizeLinear", [function(test, x), scale, zero]);
        test.Output(test.Node("DequantizeLinear", [y, scale, zero]));
        return [.. test.After<QuantizedTableOptimizer>(changes).Where(op => op is not "Erf" and not "QuantizeLinear")];
    }
}
