using OnnxConvert.Converting;
using OnnxConvert.Ir;
using static OnnxConvert.TfLite.Tests.SourceGraphs;

namespace OnnxConvert.TfLite.Tests.Handlers;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class IfHandlerTests
{
    private readonly SourceGraphs _model = new();
    private Graph _main = null!;
    private Graph _then = null!;
    private Graph _else = null!;
    private Value _condition = null!;
    private Value _x = null!;

    [SetUp]
    public void Start()
    {
        _main = _model.Add("main");
        (_then, _else) = (_model.Add("then"), _model.Add("else"));
        (_condition, _x) = (_main.Scalar("condition", ElementType.Bool), _main.Vector("x"));
    }

    [TestCase(true, 2f, 4f)]
    [TestCase(false, 1f, 2f)]
    public void Gives_what_the_branch_gives(bool condition, params float[] expected)
    {
        Value inner = _then.Vector("a");
        _then.AddOutput(_then.Op(TfLiteOps.Add, [inner, inner]));
        _else.AddOutput(_else.Vector("a"));
        AddIf();
        Assert.That(_model.Run([Feed(condition), Feed(1, 2)]), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void Branches_may_give_different_shapes()
    {
        Value inner = _then.Vector("a");
        _then.AddOutput(_then.Op(TfLiteOps.Concatenation, [inner, inner], ("axis", 0)));
        _else.AddOutput(_else.Vector("a"));
        Value result = AddIf();
        _main.SetOutput(0, _main.Op(TfLiteOps.Neg, [result]));
        ConversionResult converted = _model.Conversion().ToOnnx();
        Assert.That(converted.Model.Graph.Outputs[0].Shape![0].IsStatic, Is.False);
        Assert.That(Run(converted, [Feed(true), Feed(1, 2)], [Feed(false), Feed(1, 2)]), Is.EqualTo(new float[][] { [-1, -2, -1, -2], [-1, -2] }));
    }

    [Test]
    public void A_state_that_one_branch_writes_stays_in_the_other()
    {
        Value inner = _then.Vector("a");
        Value sum = _then.Op(TfLiteOps.Add, [inner, _then.Read("sum", 2)]);
        _then.Assign("sum", sum);
        _then.AddOutput(sum);
        _else.Vector("a");
        _else.AddOutput(_else.Read("sum", 2));
        AddIf();
        Assert.That(
            _model.Run([Feed(true), Feed(1, 2)], [Feed(false), Feed(5, 5)], [Feed(true), Feed(10, 20)]),
            Is.EqualTo(new float[][] { [1, 2], [1, 2], [11, 22] }));
    }

    [Test]
    public void Tells_what_a_branch_cannot()
    {
        _then.AddOutput(_then.Op("MYSTERY", [_then.Vector("a")]));
        _else.AddOutput(_else.Vector("a"));
        AddIf();
        var refused = Assert.Throws<UnsupportedModelException>(() => _model.Conversion().ToOnnx())!;
        Assert.That(refused.Items.Select(item => item.OpType), Is.EqualTo(new[] { "MYSTERY" }));
    }

    [Test]
    public void Refuses_branches_that_give_different_resources()
    {
        _then.Vector("a");
        _then.AddOutput(_then.Variable("one"));
        _else.Vector("a");
        _else.AddOutput(_else.Variable("other"));
        Value resource = AddIf();
        _main.SetOutput(0, _main.Op(TfLiteOps.ReadVariable, [resource]));
        Assert.That(() => _model.Conversion().ToOnnx(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contain("different resources"));
    }

    private Value AddIf()
    {
        Value result = _main.Op(TfLiteOps.If, [_condition, _x], ("then_subgraph_index", 1), ("else_subgraph_index", 2));
        _main.AddOutput(result);
        return result;
    }
}
