using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.Core.Tests.Operators;

public class OperatorSchemasTests
{
    [TestCase("Conv", 7, 1)]
    [TestCase("Conv", 11, 11)]
    [TestCase("Conv", 21, 11)]
    [TestCase("Conv", 22, 22)]
    [TestCase("Gelu", 20, 20)]
    public void The_newest_definition_not_after_the_opset_holds(string opType, int opset, int since) =>
        Assert.That(OperatorRegistry.Find("ai.onnx", opType, opset)!.SinceVersion, Is.EqualTo(since));

    [TestCase("", "Gelu", 19)]
    [TestCase("", "NoSuchOperator", 18)]
    [TestCase("com.example", "Add", 18)]
    public void Unknown_operators_give_null(string domain, string opType, int opset) =>
        Assert.That(OperatorRegistry.Find(domain, opType, opset), Is.Null);

    [Test]
    public void A_schema_tells_parameters_and_attributes()
    {
        OperatorSchema conv = OperatorRegistry.Find("", "Conv", 18)!;
        Assert.That(conv.Inputs.Select(i => (i.Name, i.TypeVariable, i.Option)), Is.EqualTo(new[]
        {
            ("X", "T", ParameterOption.Single), ("W", "T", ParameterOption.Single), ("B", "T", ParameterOption.Optional),
        }));
        Assert.That(conv.Inputs[0].AllowedTypes, Is.EqualTo(new[] { "tensor(float16)", "tensor(float)", "tensor(double)" }));
        Assert.That(conv.FindAttribute("auto_pad")!.Default!.String, Is.EqualTo("NOTSET"));
        Assert.That(conv.FindAttribute("group")!.Default!.Int, Is.EqualTo(1));
        Assert.That(conv.FindAttribute("pads")!.Kind, Is.EqualTo(AttributeKind.Ints));
        Assert.That(conv.InputAt(3), Is.Null);
    }

    [Test]
    public void Variadic_parameters_tell_their_smallest_count()
    {
        OperatorSchema loop = OperatorRegistry.Find("", "Loop", 18)!;
        Assert.That((loop.InputAt(5)!.MinimumCount, loop.InputAt(5)!.IsHeterogeneous), Is.EqualTo((0, true)));
        Assert.That(OperatorRegistry.Find("", "Concat", 13)!.Inputs[0].MinimumCount, Is.EqualTo(1));
        Assert.That(OperatorRegistry.Find("", "Clip", 6)!.FindAttribute("max")!.Default!.Float, Is.EqualTo(float.MaxValue));
    }

    [Test]
    public void All_definitions_parse()
    {
        OperatorSchema[] all = [.. OperatorRegistry.All.SelectMany(d => d.Schemas)];
        Assert.That(all.Count(s => s.IsStandard), Is.EqualTo(642));
        Assert.That(all.Where(s => s.IsDeprecated).Select(s => s.ToString()), Does.Contain("ai.onnx.Upsample-10"));
        Assert.That(all.Where(s => !s.IsDeprecated && s.Outputs.Count == 0), Is.Empty);
    }
}
