using System.Collections.Immutable;
using OnnxConvert.Ir;
using OnnxConvert.Operators;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Core.Tests.Operators.Microsoft;

public class RuntimeOperatorTests
{
    private static readonly OperatorDefinition[] Added = [.. OperatorRegistry.All.Where(definition => definition.Schemas.Any(schema => !schema.IsStandard))];

    [Test]
    public void All_operators_of_the_runtime_are_known() =>
        Assert.That(Added.GroupBy(definition => definition.Domain).Select(group => (group.Key, group.Count())), Is.EqualTo(new[] { ("", 13), ("com.microsoft", 135), ("com.microsoft.nchwc", 8) }));

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

    // Stock builds have no CPU kernel for these, or none for these shapes, or need a decoder.
    [TestCase("MultiHeadAttention", "float[2,3,2,3,4]", "num_heads=2", "float32[2,3,8]")]
    [TestCase("MultiHeadAttention", "float[2,3,8] float[2,5,2,2,4]", "num_heads=2", "float32[2,3,8]")]
    [TestCase("PackedAttention", "float[7,8] float[8,24] float[24] int32[2,4] int32[3]", "num_heads=2", "float32[7,8]")]
    [TestCase("RemovePadding", "float[2,4,8] int32[2]", "", "float32[?,8]; int32[2,4]; int32[3]; int32[1]")]
    [TestCase("RestorePadding", "float[7,8] int32[2,4]", "", "float32[2,4,8]")]
    [TestCase("NhwcConv", "float[1,8,9,3] float[4,3,3,3]", "kernel_shape=[3,3]", "float32[1,6,7,4]")]
    [TestCase("NhwcFusedConv", "float[1,8,9,3] float[4,3,3,3]", "", "float32[1,6,7,4]")]
    [TestCase("BiasSplitGelu", "float[1,2,8] float[8]", "", "float32[1,2,4]")]
    [TestCase("BiasDropout", "float[2,3] float[3]", "", "float32[2,3]; bool[2,3]")]
    [TestCase("GemmFloat8", "float16[4,3] float16[5,4]", "transA=1 transB=1 dtype=16", "bfloat16[3,5]")]
    [TestCase("QLinearReduceMean", "uint8[2,3,4] float[] uint8[] float[] uint8[]", "axes=[1] keepdims=0", "uint8[2,4]")]
    [TestCase("ReduceSumInteger", "int8[2,3,4]", "axes=[1] keepdims=1", "int32[2,1,4]")]
    [TestCase("MulInteger", "int8[2,1] - int8[3]", "", "int32[2,3]")]
    [TestCase("RelativePositionBias", "float[32,4] int64[]=3 int64[]=5", "max_distance=8", "float32[1,4,3,5]")]
    [TestCase("GreedySearch", "int32[2,3] int32[]=9", "", "int32[2,9]")]
    [TestCase("BeamSearch", "int32[2,3] int32[]=9 - int32[]=4 int32[]=2 float[]", "", "int32[2,2,9]; float32[2,2]")]
    [TestCase("QMoE", "bfloat16[2,3] bfloat16[2,4]", "", "bfloat16[2,3]")]
    [TestCase("GatherBlockQuantized", "uint8[3,16] int64[2] float[3,1]", "", "float32[2,?]")]
    public void Shapes_without_a_kernel_to_compare_with(string name, string inputs, string attributes, string expected)
    {
        Model model = OperatorText.Parse($"com.microsoft|{name}", inputs, attributes, expected.Split(';').Length, 16);
        ShapeInference.Infer(model);
        Assert.That(string.Join("; ", model.Graph.Outputs.Select(output => output.Type)), Is.EqualTo(expected));
    }

    [Test]
    public void Maps_become_rows()
    {
        var counts = new MapType(ElementType.String, new TensorType(ElementType.Float));
        Assert.That(InferRow("DictVectorizer", counts, new NodeAttribute("string_vocabulary", ImmutableArray.Create<ReadOnlyMemory<byte>>("a"u8.ToArray(), "b"u8.ToArray()))), Is.EqualTo(new TensorType(ElementType.Float, Shape.Of(1, 2))));
        var numbers = new MapType(ElementType.Int64, new TensorType(ElementType.Float));
        Assert.That(InferRow("CastMap", numbers, new NodeAttribute("cast_to", "TO_INT64")), Is.EqualTo(new TensorType(ElementType.Int64, new Shape(1, Dimension.Unknown))));
    }

    private static OnnxType? InferRow(string name, OnnxType input, NodeAttribute attribute)
    {
        var graph = new Graph("test");
        Node node = graph.AddNode(name, [graph.AddInput("x", input)], Domains.MachineLearning);
        node.Attributes.Set(attribute);
        Value output = node.AddOutput("y");
        ShapeInference.InferNode(node, 16);
        return output.Type;
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
