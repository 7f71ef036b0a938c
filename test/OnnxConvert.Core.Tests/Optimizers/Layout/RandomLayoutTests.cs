using Microsoft.Extensions.Logging.Abstractions;
using OnnxConvert.Converting;
using OnnxConvert.Converting.Stages;
using OnnxConvert.Ir;
using OnnxConvert.Optimizers;
using OnnxConvert.Optimizers.Layout;

namespace OnnxConvert.Core.Tests.Optimizers.Layout;

/// <summary>Random channels-last graphs compute the same before and after.</summary>
public class RandomLayoutTests
{
    private static readonly QuantizationParameters Quantization = new(0.05f, 120);

    [Test]
    public void The_optimizer_keeps_what_a_graph_computes([Range(1, 20)] int seed)
    {
        GraphBuilder b = Generate(seed);
        int before = b.Count("Transpose");
        OptimizerTest.Run(b, new LayoutOptimizer(), 1e-5);
        Assert.That(b.Count("Transpose"), Is.LessThanOrEqualTo(before));
    }

    [Test]
    public void All_optimizers_together_keep_what_a_graph_computes([Range(21, 40)] int seed)
    {
        GraphBuilder b = Generate(seed);
        b.Finish();
        var expected = OnnxRunner.Run(b.Model);
        new OptimizeStage(BuiltInPasses.Create(), NullLogger.Instance, CancellationToken.None).Run(b.Model, new ConversionReport("test", b.Emit.Opset));
        b.Finish();
        OnnxRunner.AssertEqual(OnnxRunner.Run(b.Model), expected, 1e-4);
    }

    private static GraphBuilder Generate(int seed)
    {
        var random = new Random(seed);
        var b = new GraphBuilder(random.Next(2) == 0 ? 13 : 18);
        List<Value> values = [b.ConvNhwc(b.Input("x", 1, 4, 4, 4), 4)];
        for (int step = 0; step < 12; step++)
        {
            Value x = values[^random.Next(1, Math.Min(values.Count, 3) + 1)];
            values.Add(Step(b, random, x, values.LastOrDefault(value => !ReferenceEquals(value, x) && x.Shape!.Equals(value.Shape)) ?? x));
        }

        b.Output(b.ConvNhwc(values[^1], 4), "y");
        Value middle = values[random.Next(1, values.Count)];
        b.Output(b.Emit.Identity(random.Next(2) == 0 ? middle : b.Emit.ToChannelsFirst(middle)), "middle");
        b.Output(b.Emit.Reduce("ReduceMean", values[random.Next(values.Count)], random.Next(2) == 0 ? [1, 2] : [1], keepDims: false), "reduced");
        return b;
    }

    private static Value Step(GraphBuilder b, Random random, Value x, Value like)
    {
        long height = x.Shape![1].Size!.Value, channels = x.Shape[3].Size!.Value;
        return random.Next(17) switch
        {
            0 or 1 or 2 => b.ConvNhwc(x, random.Next(2, 5), 3),
            3 => b.Emit.Unary("Relu", x),
            4 => b.Emit.Add(x, like),
            5 => b.Emit.Mul(x, b.Random(channels)),
            6 => b.Emit.Concat([x, like], 3),
            7 when channels > 2 => b.Emit.Split(x, 3, 2, channels - 2)[0],
            8 => b.Emit.Pad(x, [0, 1, 0, 0], [0, 0, 0, 1]),
            9 when height > 2 => b.Emit.Slice(x, [1], [long.MaxValue], [1]),
            10 => b.Emit.SoftmaxLast("Softmax", x, 4),
            11 => b.Emit.Sub(x, b.Emit.Reduce("ReduceMean", x, [1, 2], keepDims: true)),
            12 => b.Emit.Dequantize(b.Emit.Quantize(x, Quantization, ElementType.UInt8), Quantization),
            13 => b.Emit.Transpose(x, 0, 2, 1, 3),
            14 => b.Emit.Unsqueeze(b.Emit.Unary("Tanh", b.Emit.Reduce("ReduceMax", x, [2], keepDims: false)), 2),
            15 => b.Emit.Where(b.Emit.Compare("Greater", x, b.Random(1, height, 1, 1)), x, like),
            _ => b.Emit.Reshape(b.Emit.Unary("Abs", x), [.. x.Shape.ToSizes()!]),
        };
    }
}
