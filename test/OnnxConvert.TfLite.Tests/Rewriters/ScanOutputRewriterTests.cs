using OnnxConvert.Ir;
using OnnxConvert.TfLite.Tests.Handlers;
using static OnnxConvert.TfLite.Tests.SourceGraphs;

namespace OnnxConvert.TfLite.Tests.Rewriters;

/// <summary>Loops that fill a list, as TensorFlow's map and its recurrent layers write them.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ScanOutputRewriterTests
{
    private readonly SourceGraphs _model = new();
    private Graph _main = null!;
    private Graph _condition = null!;
    private Graph _body = null!;
    private Value _counter = null!;
    private Value _list = null!;
    private Value _v = null!;

    /// <summary>While the counter is below the number of rounds: counter, list, vector, number of rounds.</summary>
    [SetUp]
    public void Start()
    {
        (_main, _condition, _body) = (_model.Add("main"), _model.Add("condition"), _model.Add("body"));
        Value counter = _condition.Scalar("i", ElementType.Int32);
        _condition.ListInput("list");
        _condition.Vector("v");
        _condition.AddOutput(_condition.Op(TfLiteOps.Less, ElementType.Bool, [counter, _condition.Scalar("n", ElementType.Int32)]));
        (_counter, _list, _v) = (_body.Scalar("i", ElementType.Int32), _body.ListInput("list"), _body.Vector("v"));
    }

    [TestCase(0, 4, 4, new[] { 1, 2, 2, 4, 4, 8, 8, 16f })]
    [TestCase(0, 4, 2, new[] { 1, 2, 2, 4, 0, 0, 0, 0f })]
    [TestCase(1, 4, 3, new[] { 0, 0, 1, 2, 2, 4, 0, 0f })]
    [TestCase(0, 2, 0, new[] { 0, 0, 0, 0f })]
    public void Items_that_are_set_one_by_one_are_stacked_by_the_loop(int first, int reserved, int rounds, float[] expected)
    {
        AddLoop(_main.Reserve(_main.Const(reserved), 2), _main.Const(first), _body.ListOp("FlexTensorListSetItem", _list, _counter, _v));
        Assert.That(Operators(), Does.Not.Contain("ScatterND"));
        Assert.That(Run(rounds), Is.EqualTo(expected));
    }

    [Test]
    public void TFLites_own_operators_and_open_sizes_are_the_same([Values(-1, 2)] int size)
    {
        Value list = _main.ListOp("TensorListReserve", size < 0 ? _main.Const(-1) : _main.Ints(2), _main.Const(3));
        AddLoop(list, _main.Const(0), _body.ListOp("TensorListSetItem", _list, _counter, _v));
        Assert.That(Operators(), Does.Not.Contain("ScatterND"));
        Assert.That(Run(2), Is.EqualTo(new float[] { 1, 2, 2, 4, 0, 0 }));
    }

    [TestCase("the body reads the list")]
    [TestCase("the index skips places")]
    [TestCase("the index is no counter")]
    [TestCase("the start is computed")]
    [TestCase("the list is not new")]
    [TestCase("the list is set twice")]
    public void Other_loops_carry_the_list(string what)
    {
        Value index = what == "the index is no counter" ? _body.Op(TfLiteOps.Sub, ElementType.Int32, [_body.Const(2), _counter]) : _counter;
        Value item = what == "the body reads the list" ? _body.Op(TfLiteOps.Add, [_v, _body.ItemOp("FlexTensorListGetItem", ElementType.Float, null, _list, _body.Const(0), _body.Ints(2))]) : _v;
        Value set = _body.ListOp("FlexTensorListSetItem", _list, index, item);
        if (what == "the list is set twice")
            set = _body.ListOp("FlexTensorListSetItem", set, _body.Const(2), _v);
        Value reserved = _main.Reserve(_main.Const(3), what == "the index is no counter" ? -1 : 2);
        if (what == "the list is not new")
            reserved = _main.ListOp("FlexTensorListSetItem", reserved, _main.Const(2), _main.Const(8f, 9));
        Value start = _main.Const(0);
        if (what == "the start is computed")
            start = _main.Op(TfLiteOps.Cast, ElementType.Int32, [_main.Op(TfLiteOps.Sum, [_main.Const(0f, 0), _main.Ints(0)])]);
        AddLoop(reserved, start, set, step: what == "the index skips places" ? 2 : 1);

        float[] expected = what switch
        {
            "the body reads the list" => [1, 2, 3, 6, 0, 0],
            "the index skips places" => [1, 2, 0, 0, 0, 0],
            "the index is no counter" => [0, 0, 2, 4, 1, 2],
            "the list is not new" => [1, 2, 2, 4, 8, 9],
            "the list is set twice" => [1, 2, 2, 4, 2, 4],
            _ => [1, 2, 2, 4, 0, 0],
        };
        Assert.That(Run(2), Is.EqualTo(expected));
        Assert.That(Operators(), Does.Contain("ScatterND"));
    }

    [Test]
    public void A_list_may_grow_in_a_loop()
    {
        AddLoop(_main.ListOp("FlexEmptyTensorList", _main.Const(-1), _main.Const(-1)), _main.Const(0), _body.ListOp("FlexTensorListPushBack", _list, _v));
        Assert.That(Run(3), Is.EqualTo(new float[] { 1, 2, 2, 4, 4, 8 }));
    }

    [Test]
    public void A_body_that_another_loop_runs_too_is_left_alone()
    {
        Value set = _body.ListOp("FlexTensorListSetItem", _list, _counter, _v);
        AddLoop(_main.Reserve(_main.Const(2), 2), _main.Const(0), set);
        Value other = _main.While(_condition, _body, _main.Const(0), _main.Reserve(_main.Const(2), 2), _main.Const(3f, 4), _main.Const(2))[2];
        _main.AddOutput(other);
        Assert.That(Operators(), Does.Contain("ScatterND"));
        Assert.That(Run(2), Is.EqualTo(new float[] { 1, 2, 2, 4 }));
    }

    [Test]
    public void Two_lists_of_one_loop_are_both_stacked()
    {
        Value set = _body.ListOp("FlexTensorListSetItem", _list, _counter, _v);
        Value reserved = _main.Reserve(_main.Const(3), -1);
        Value filled = AddLoop(_main.Reserve(_main.Const(2), 2), _main.Const(0), set);
        Value more = _body.ListInput("more");
        _condition.ListInput("more");
        _body.AddOutput(_body.ListOp("FlexTensorListSetItem", more, _counter, _body.Op(TfLiteOps.Neg, [_v])));
        Node loop = filled.Producer!;
        loop.AddInput(reserved);
        Value negative = _main.ItemOp("FlexTensorListStack", ElementType.Float, null, loop.AddOutput("more", filled.Type), _main.Ints(2));
        _main.SetOutput(0, _main.Op(TfLiteOps.Concatenation, [_main.Outputs[0], negative], ("axis", 0)));
        Assert.That(Operators(), Does.Not.Contain("ScatterND"));
        Assert.That(Run(2), Is.EqualTo(new float[] { 1, 2, 2, 4, -1, -2, -2, -4, 0, 0 }));
    }

    private Value AddLoop(Value list, Value start, Value set, int step = 1)
    {
        Value rounds = _body.Scalar("n", ElementType.Int32);
        _body.AddOutput(_body.Op(TfLiteOps.Add, ElementType.Int32, [_counter, _body.Const(step)]));
        _body.AddOutput(set);
        _body.AddOutput(_body.Op(TfLiteOps.Add, [_v, _v]));
        _body.AddOutput(rounds);
        Value filled = _main.While(_condition, _body, start, list, _main.Vector("x"), _main.Scalar("rounds", ElementType.Int32))[1];
        _main.AddOutput(_main.ItemOp("FlexTensorListStack", ElementType.Float, null, filled, _main.Ints(2)));
        return filled;
    }

    private IEnumerable<string> Operators() =>
        _model.Conversion().ToOnnx(18).Model.Graph.SelfAndSubgraphs().SelectMany(graph => graph.Nodes).Select(node => node.OpType);

    private float[] Run(int rounds) => _model.Run([Feed(1, 2), Feed(rounds)])[0];
}
