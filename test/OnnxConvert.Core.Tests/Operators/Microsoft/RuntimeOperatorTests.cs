using OnnxConvert.Ir;
using OnnxConvert.Operators;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Core.Tests.Operators.Microsoft;

public class RuntimeOperatorTests
{
    private static readonly OperatorDefinition[] Added = [.. OperatorRegistry.All.Where(definition => definition.Schemas.Any(schema => !schema.IsStandard))];

    [Test]
    public void All_operators_of_the_runtime_are_known() =>
        Assert.That(Added.GroupBy(definition => definition.Domain).Select(group => (group.Key, group.Count())), Is.EqualTo(new[] { ("", 13), ("com.microsoft", 137), ("com.microsoft.nchwc", 8) }));

    [TestCaseSource(nameof(Added))]
    public void Schemas_are_whole(OperatorDefinition definition)
    {
        Assert.That(definition.Schemas.Select(schema => schema.SinceVersion), Is.Ordered.And.Unique);
        foreach (OperatorSchema schema in definition.Schemas.Where(schema => !schema.IsStandard))
        {
            Assert.That((schema.Domain, schema.Name), Is.EqualTo((definition.Domain, definition.Name)));
            Assert.That(schema.Outputs, schema.IsDeprecated ? Is.Empty : Is.Not.Empty);
            Assert.That(schema.Inputs.Concat(schema.Outputs).Select(parameter => parameter.AllowedTypes), Is.All.Not.Empty);
            Assert.That(schema.Attributes.Select(attribute => attribute.Name), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal).And.Unique);
            foreach (IGrouping<string, OperatorParameter> alike in schema.Inputs.Concat(schema.Outputs).Where(p => p.TypeVariable is not null).GroupBy(p => p.TypeVariable!))
                Assert.That(alike.Select(parameter => parameter.AllowedTypes), Is.All.EqualTo(alike.First().AllowedTypes), alike.Key);
        }
    }

    [TestCaseSource(nameof(Added))]
    public void Nothing_is_inferred_from_nothing_but_types_that_are_fixed(OperatorDefinition definition)
    {
        OperatorSchema schema = definition.Schemas.First(schema => !schema.IsStandard);
        ValueFact[] inputs = [.. schema.Inputs.Select(input => input.Option == ParameterOption.Single ? new ValueFact((OnnxType?)null) : ValueFact.Absent)];
        var outputs = new ValueFact[schema.Outputs.Count];
        var call = new OperatorCall(schema.Domain, schema.Name, schema.SinceVersion, new Graph().AddNode(schema.Name, [], schema.Domain).Attributes, outputs.Length);
        Assert.That(ShapeInference.TryInfer(call, inputs, outputs, out string? fault), fault);
        for (int i = 0; i < outputs.Length; i++)
        {
            if (outputs[i].Type is TensorType { ElementType: not ElementType.Undefined } type)
                Assert.That(schema.Outputs[i].Allows($"tensor({type.ElementType.OnnxName()})"), $"{schema.Outputs[i].Name} is {type}");
        }
    }

    [Test]
    public void A_zip_map_gives_maps_from_labels()
    {
        Model model = OperatorText.Parse("ai.onnx.ml|ZipMap", "float[2,2]", "classlabels_strings=[a,b]", 1, 16);
        ShapeInference.Infer(model);
        Assert.That(model.Graph.Outputs[0].Type, Is.EqualTo(new SequenceType(new MapType(ElementType.String, new TensorType(ElementType.Float)))));
    }

    [Test]
    public void Old_opsets_have_what_only_the_runtime_knows()
    {
        Assert.That(OperatorRegistry.Find("", "LayerNormalization", 16)!.IsStandard, Is.False);
        Assert.That(OperatorRegistry.Find("", "LayerNormalization", 17)!.IsStandard, Is.True);
        Assert.That(OperatorRegistry.Find("", "Crop", 9)!.IsDeprecated, Is.False);
        Assert.That(OperatorRegistry.Find("", "Crop", 10)!.IsDeprecated, Is.True);
    }
}
