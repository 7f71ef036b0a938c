using OnnxConvert.Checking;
using OnnxConvert.Core.Tests.Files;
using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Checking;

public class ModelCheckerTests
{
    [Test]
    public void Backend_models_are_valid()
    {
        var wrong = new List<string>();
        foreach (string path in BackendModels.Find())
        {
            IReadOnlyList<ModelFinding> findings = ModelChecker.Check(OnnxModel.Load(path));
            if (findings.Count > 0)
                wrong.Add($"{BackendModels.NameOf(path)}: {string.Join("; ", findings)}");
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void A_valid_model_has_no_findings() => Assert.That(ModelChecker.Check(Valid()), Is.Empty);

    [Test]
    public void A_name_given_twice_is_found() => AssertFinding(m => m.Graph.Nodes.First().Outputs[0].Name = "x", "'x' is given to another value");

    [Test]
    public void A_missing_opset_import_is_found() => AssertFinding(m => m.OpsetImports.Clear(), "imports no operator set");

    [Test]
    public void An_operator_newer_than_the_opset_is_found() => AssertFinding(m => m.Graph.Nodes.First().OpType = "Gelu", "no operator 'Gelu' in opset 18");

    [Test]
    public void A_deprecated_operator_is_found() => AssertFinding(m => m.Graph.Nodes.First().OpType = "Upsample", "deprecated since opset 10");

    [Test]
    public void A_missing_input_is_found() => AssertFinding(m => m.Graph.Nodes.First().TruncateInputs(1), "input 1 'B' is missing");

    [Test]
    public void Too_many_inputs_are_found() => AssertFinding(m => m.Graph.Nodes.First().AddInput(m.Graph.Inputs[0]), "3 inputs");

    [Test]
    public void An_unknown_attribute_is_found() => AssertFinding(m => m.Graph.Nodes.First().Attributes.Set(new NodeAttribute("axis", 1L)), "no attribute 'axis'");

    [Test]
    public void Types_that_differ_within_a_type_variable_are_found() =>
        AssertFinding(m => m.Graph.SetInitializer(m.Graph.Initializers.First(), TensorData.Vector(1L)), "tensor(int64)");

    [Test]
    public void A_type_that_the_operator_does_not_take_is_found() => AssertFinding(m => m.Graph.Inputs[0].Type = new TensorType(ElementType.String), "tensor(string)");

    [Test]
    public void A_value_that_nothing_defines_is_found() =>
        AssertFinding(m => m.Graph.Nodes.First().SetInput(0, m.Graph.AddFreeValue("nowhere", null)), "nothing defines");

    [Test]
    public void A_value_read_before_it_is_computed_is_found() => AssertFinding(
        m =>
        {
            Node add = m.Graph.Nodes.First();
            add.SetInput(1, m.Graph.InsertAfter(add, "Neg", [m.Graph.Inputs[0]]).AddOutput("late"));
        },
        "afterwards");

    [Test]
    public void All_findings_are_in_the_exception()
    {
        Model model = Valid();
        model.Graph.Nodes.First().TruncateInputs(1);
        model.Graph.Nodes.First().Attributes.Set(new NodeAttribute("axis", 1L));
        Assert.That(() => ModelChecker.EnsureValid(model), Throws.TypeOf<InvalidModelException>().With.Message.Contains("'B' is missing").And.Message.Contains("'axis'"));
    }

    private static Model Valid() => TestModels.AddConstant(TensorData.Vector(1f, 2f));

    private static void AssertFinding(Action<Model> change, string expected)
    {
        Model model = Valid();
        change(model);
        Assert.That(ModelChecker.Check(model).Select(f => f.ToString()), Has.Some.Contains(expected));
    }
}
