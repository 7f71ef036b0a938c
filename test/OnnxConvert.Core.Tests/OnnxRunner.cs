using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests;

/// <summary>Runs models in ONNX Runtime, without its graph optimizations, on random inputs.</summary>
internal static class OnnxRunner
{
    /// <summary>The outputs by name, with sizes, for inputs that depend on nothing but <paramref name="seed"/> and their order.</summary>
    internal static Dictionary<string, (long[] Sizes, double[] Values)> Run(Model model, ulong seed = 1)
    {
        using IModelSession session = StockRuntime.Instance.Load(model.ToBytes(), RuntimeSettings.Unoptimized);
        var inputs = new DrawnInputs(seed) { Magnitude = 2, Integers = (-3, 3) }.Draw(session.Inputs);
        return session.OutputNames.Zip(session.Run(inputs)).ToDictionary(pair => pair.First, pair => (pair.Second.Shape, pair.Second.Numbers()));
    }

    /// <summary>Asserts that two sets of outputs agree in names and sizes, and in values within a tolerance.</summary>
    internal static void AssertEqual(Dictionary<string, (long[] Sizes, double[] Values)> actual, Dictionary<string, (long[] Sizes, double[] Values)> expected, double tolerance = 0)
    {
        Assert.That(actual.Keys, Is.EqualTo(expected.Keys));
        foreach ((string name, (long[] sizes, double[] values)) in expected)
        {
            Assert.That(actual[name].Sizes, Is.EqualTo(sizes), name);
            Assert.That(actual[name].Values, Is.EqualTo(values).Within(tolerance), name);
        }
    }
}
