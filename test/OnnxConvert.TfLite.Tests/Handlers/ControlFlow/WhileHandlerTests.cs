using OnnxConvert.Ir;
using static OnnxConvert.TfLite.Tests.SourceGraphs;

namespace OnnxConvert.TfLite.Tests.Handlers;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class WhileHandlerTests
{
    private readonly SourceGraphs _model = new();
    private Graph _main = null!;
    private Graph _condition = null!;
    private Graph _body = null!;

    /// <summary>While the counter is below 3: the counter plus 1, and what a test makes of the value.</summary>
    [SetUp]
    public void Start()
    {
        (_main, _condition, _body) = (_model.Add("main"), _model.Add("condition"), _model.Add("body"));
        Value counter = _condition.Scalar("i", ElementType.Int32);
        _condition.Vector("v");
        _condition.AddOutput(_condition.Op(TfLiteOps.Less, ElementType.Bool, [counter, _condition.Const(3)]));
        _body.AddOutput(_body.Op(TfLiteOps.Add, ElementType.Int32, [_body.Scalar("i", ElementType.Int32), _body.Const(1)]));
    }

    [TestCase(0, 8f, 16f)]
    [TestCase(2, 2f, 4f)]
    [TestCase(3, 1f, 2f)]
    [TestCase(9, 1f, 2f)]
    public void Runs_while_the_condition_holds(int start, params float[] expected)
    {
        Value value = _body.Vector("v");
        _body.AddOutput(_body.Op(TfLiteOps.Add, [value, value]));
        AddWhile();
        Assert.That(_model.Run([Feed(start), Feed(1, 2)]), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void Values_may_grow()
    {
        Value value = _body.Vector("v");
        _body.AddOutput(_body.Op(TfLiteOps.Concatenation, [value, _body.Const(7f)], ("axis", 0)));
        AddWhile();
        Assert.That(_model.Run([Feed(0), Feed(1, 2)]), Is.EqualTo(new float[][] { [1, 2, 7, 7, 7] }));
    }

    [Test]
    public void Carries_a_state_that_its_body_writes()
    {
        Value value = _body.Vector("v");
        Value sum = _body.Op(TfLiteOps.Add, [value, _body.Read("sum", 2)]);
        _body.Assign("sum", sum);
        _body.AddOutput(value);
        AddWhile();
        _main.SetOutput(0, _main.Read("sum", 2));
        Assert.That(_model.Run([Feed(0), Feed(1, 2)], [Feed(2), Feed(10, 10)]), Is.EqualTo(new float[][] { [3, 6], [13, 16] }));
    }

    [Test]
    public void Refuses_a_body_that_gives_less_than_it_takes()
    {
        _body.Vector("v");
        AddWhile();
        Assert.That(() => _model.Conversion().ToOnnx(), Throws.TypeOf<UnsupportedModelException>());
    }

    private void AddWhile()
    {
        Node node = _main.Node(TfLiteOps.While, [_main.Scalar("start", ElementType.Int32), _main.Vector("x")], ("cond_subgraph_index", 1), ("body_subgraph_index", 2));
        node.AddOutput("rounds", new TensorType(ElementType.Int32, Shape.Scalar));
        _main.AddOutput(node.AddOutput("y", new TensorType(ElementType.Float, null)));
    }
}
