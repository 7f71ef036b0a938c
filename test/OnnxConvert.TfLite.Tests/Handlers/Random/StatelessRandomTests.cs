using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Numbers that follow from a seed, as TensorFlow documents them for the seed (1, 2).</summary>
internal sealed class StatelessRandomTests
{
    [Test]
    public void Uniform_numbers_are_TensorFlows()
    {
        SourceBuilder source = FlexSource.Of("StatelessRandomUniform").Constant<int>([1]).Input<int>([1, 2]).Output(ElementType.Float);
        Assert.That(source.Run<float>()[0], Is.EqualTo(0.844060f).Within(2e-6));
    }

    [Test]
    public void A_key_and_counter_give_what_their_seed_gives([Values("Uniform", "Normal", "UniformInt")] string kind, [Values] bool isComputed)
    {
        var keys = new SourceGraph();
        Value seed = keys.Input<int>([3, -7]);
        Value key = keys.Add("FlexStatelessRandomGetKeyCounter", TfLiteOps.CustomDomain, [seed], ElementType.UInt64, [1]);
        Value counter = key.Producer!.AddOutput("counter", new TensorType(ElementType.UInt64, Shape.Of(2)));
        Value algorithm = keys.Add("FlexStatelessRandomGetAlg", TfLiteOps.CustomDomain, [], ElementType.Int32, []);
        Value sizes = isComputed ? keys.Input<int>([2, 5]) : keys.Constant<int>([2, 5]);
        Value[] range = kind == "UniformInt" ? [keys.Scalar(-3), keys.Scalar(4)] : [];
        ElementType type = kind == "UniformInt" ? ElementType.Int32 : ElementType.Float;
        Value ofSeed = keys.Add($"FlexStatelessRandom{kind}", TfLiteOps.CustomDomain, [sizes, seed, .. range], type, [2, 5]);
        Value ofKey = keys.Add($"FlexStatelessRandom{kind}V2", TfLiteOps.CustomDomain, [sizes, key, counter, algorithm, .. range], type, [2, 5]);
        keys.Output(ofSeed, ofKey);
        if (kind == "UniformInt")
            Assert.That(keys.Run<int>(), Is.EqualTo(keys.Run<int>(output: 1)).And.All.InRange(-3, 3));
        else
            Assert.That(keys.Run<float>(), Is.EqualTo(keys.Run<float>(output: 1)).And.Length.EqualTo(10));
    }

    [Test]
    public void Numbers_have_their_distribution()
    {
        float[] uniform = Draw("StatelessRandomUniform");
        Assert.That(uniform, Is.All.InRange(0f, 1f));
        Assert.That(uniform.Average(), Is.EqualTo(0.5).Within(0.05));
        float[] normal = Draw("StatelessRandomNormal");
        Assert.That(normal.Average(), Is.Zero.Within(0.1));
        Assert.That(normal.Average(x => x * x), Is.EqualTo(1).Within(0.15));

        static float[] Draw(string opType) => FlexSource.Of(opType).Constant<int>([1001]).Input<int>([1, 2]).Output(ElementType.Float).Run<float>();
    }

    [Test]
    public void Another_algorithm_is_refused()
    {
        SourceBuilder source = FlexSource.Of("StatelessRandomUniformV2").Constant<int>([1]).Input<ulong>([1]).Input<ulong>([1, 2]).Constant<int>([2], []).Output(ElementType.Float);
        Assert.That(() => source.Conversion().ToOnnx(18), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("ThreeFry"));
    }

    [Test]
    public void Truncated_numbers_stay_within_two_standard_deviations()
    {
        float[] numbers = FlexSource.Of("TruncatedNormal").Constant<int>([2000]).Option("seed", 3).Output(ElementType.Float).Run<float>();
        Assert.That(numbers, Is.All.InRange(-2f, 2f));
        // The variance of the distribution is 0.774.
        Assert.That(numbers.Average(x => x * x), Is.EqualTo(0.774).Within(0.08));
        Assert.That(numbers.Distinct().Count(), Is.GreaterThan(1900));
    }
}
