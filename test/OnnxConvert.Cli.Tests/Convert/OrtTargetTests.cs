using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli.Convert;

internal sealed class OrtTargetTests
{
    [TestCase(OptimizationLevel.All, OptimizationStyle.Fixed, "m.ort", "m.required_operators_and_types.config")]
    [TestCase(OptimizationLevel.None, OptimizationStyle.Fixed, "m.disable.ort", "m.required_operators_and_types.disable.config")]
    [TestCase(OptimizationLevel.Basic, OptimizationStyle.Runtime, "m.basic.with_runtime_opt.ort", "m.required_operators_and_types.basic.with_runtime_opt.config")]
    public void Files_are_called_as_by_the_runtimes_own_converter(OptimizationLevel level, OptimizationStyle style, string model, string configuration)
    {
        var target = new OrtTarget(new OrtOptions { OptimizationLevel = level, OptimizationStyle = style }, IsAsked: true, ReducesTypes: true);
        Assert.That(target.ModelName("m"), Is.EqualTo(model));
        Assert.That(target.ConfigurationName(model), Is.EqualTo(configuration));
        Assert.That(target.ConfigurationName(), Is.EqualTo(configuration[2..]));
    }
}
