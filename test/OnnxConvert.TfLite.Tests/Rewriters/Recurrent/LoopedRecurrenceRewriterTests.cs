using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Tests.Handlers;

namespace OnnxConvert.TfLite.Tests.Rewriters;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class LoopedRecurrenceRewriterTests
{
    private const int Steps = 4, Batch = 2, Inputs = 3, Units = 5;

    private readonly SourceGraph _main = new();
    private readonly SourceGraph _condition = new();
    private readonly SourceGraph _body = new();
    private readonly List<(Value Start, Value After)> _carried = [];
    private Value _round = null!;
    private Value _next = null!;
    private float[] _h = Samples.Floats(Batch * Units, 2);
    private float[] _c = Samples.Floats(Batch * Units, 3);
    private int[]? _lengths;
    private bool _isComputed;

    /// <summary>How the body collects the outputs.</summary>
    public enum Collection
    {
        Updated,
        Joined,
        LastOnly,
    }

    [Test]
    public void Loop_becomes_one_node(
        [Values] CellForm form,
        [Values(Collection.Updated, Collection.Joined)] Collection collection,
        [Values(13, 18)] int opset)
    {
        var cell = new CellSource(form, Batch, Inputs, Units);
        Write(cell, collection);
        ConversionResult result = Conversion().ToOnnx(opset);
        Assert.That(Operators(result), Is.EqualTo(new[] { cell.OpType, "Squeeze" }));
        Assert.That(_main.Run<float>(result), Is.EqualTo(Expected(cell)).Within(2e-6f));
    }

    [TestCase(CellForm.KerasLstm)]
    [TestCase(CellForm.GruCell)]
    public void Last_output_alone_will_do(CellForm form)
    {
        var cell = new CellSource(form, Batch, Inputs, Units);
        Write(cell, Collection.LastOnly);
        ConversionResult result = Conversion().ToOnnx(18);
        Assert.That(Operators(result), Does.Contain(cell.OpType).And.Not.Contain("Loop"));
        Assert.That(_main.Run<float>(result), Is.EqualTo(Expected(cell)[^(Batch * Units)..]).Within(2e-6f));
    }

    [Test]
    public void States_and_counters_are_results_too()
    {
        var cell = new CellSource(CellForm.BasicLstm, Batch, Inputs, Units);
        Node loop = Write(cell, Collection.Updated);
        _main.Output(loop.Outputs[2], loop.Outputs[3], loop.Outputs[0]);
        ConversionResult result = Conversion().ToOnnx(18);
        Assert.That(Operators(result), Does.Not.Contain("Loop"));
        float[] outputs = Expected(cell, out float[] states);
        Assert.That(_main.Run<float>(result, 1), Is.EqualTo(outputs[^(Batch * Units)..]).Within(2e-6f));
        Assert.That(_main.Run<float>(result, 2), Is.EqualTo(states).Within(2e-6f));
        Assert.That(_main.Run<int>(result, 3), Is.EqualTo(new[] { Steps }));
    }

    [Test]
    public void Weights_of_float16_will_do()
    {
        var cell = new CellSource(CellForm.KerasLstm, Batch, Inputs, Units) { IsHalf = true };
        Write(cell, Collection.Updated);
        ConversionResult result = Conversion().ToOnnx(18);
        Assert.That(Operators(result), Does.Contain("LSTM").And.Not.Contain("Loop"));
        Assert.That(_main.Run<float>(result), Is.EqualTo(Expected(cell)).Within(2e-3f));
    }

    [TestCase(CellForm.BasicLstm, false, 2, 4)]
    [TestCase(CellForm.GruCell, false, 1, 9)]
    [TestCase(CellForm.BasicLstm, true, 3, 4)]
    [TestCase(CellForm.GruCell, true, 0, 2)]
    public void Sequences_of_several_lengths_are_those_of_the_operator(CellForm form, bool isComputed, params int[] lengths)
    {
        _lengths = lengths;
        _isComputed = isComputed;
        (_h, _c) = isComputed ? (new float[Batch * Units], new float[Batch * Units]) : (_h, _c);
        var cell = new CellSource(form, Batch, Inputs, Units);
        Node loop = Write(cell, Collection.Updated);
        _main.Output(loop.Outputs[2]);
        ConversionResult result = Conversion().ToOnnx(18);
        Assert.That(Operators(result), Does.Contain(cell.OpType).And.Not.Contain("Loop"));
        float[] outputs = Expected(cell, out _, out float[] last);
        Assert.That(_main.Run<float>(result), Is.EqualTo(outputs).Within(2e-6f));
        Assert.That(_main.Run<float>(result, 1), Is.EqualTo(last).Within(2e-6f));
    }

    [Test]
    public void States_that_do_not_start_with_zeros_are_left_alone_where_sequences_may_be_empty()
    {
        (_lengths, _isComputed) = ([2, 3], true);
        AssertLeftAlone(new CellSource(CellForm.BasicLstm, Batch, Inputs, Units));
    }

    [Test]
    public void Computed_number_of_rounds_is_left_alone_without_lengths()
    {
        _isComputed = true;
        AssertLeftAlone(new CellSource(CellForm.GruCell, Batch, Inputs, Units));
    }

    [TestCase(CellForm.KerasLstm, TfLiteOps.Logistic, 1)]
    [TestCase(CellForm.KerasGru, TfLiteOps.Logistic, 0)]
    public void Gate_with_another_activation_is_left_alone(CellForm form, string opType, int index) =>
        AssertLeftAlone(new CellSource(form, Batch, Inputs, Units) { Change = (opType, index, TfLiteOps.Relu) });

    [Test]
    public void Update_that_is_not_of_the_same_gate_is_left_alone() =>
        AssertLeftAlone(new CellSource(CellForm.KerasGru, Batch, Inputs, Units) { Change = (TfLiteOps.Sub, 0, TfLiteOps.Add) });

    [TestCase(Steps - 1)]
    [TestCase(Steps + 1)]
    public void Other_number_of_rounds_is_left_alone(int count)
    {
        Write(new CellSource(CellForm.KerasGru, Batch, Inputs, Units), Collection.Updated, count);
        Assert.That(Operators(Conversion().ToOnnx(18)), Does.Contain("Loop"));
    }

    [Test]
    public void Gate_that_is_read_elsewhere_is_left_alone()
    {
        Node loop = Write(new CellSource(CellForm.KerasLstm, Batch, Inputs, Units), Collection.Updated, beforeLoop: () =>
            Carry(_main.Constant(new float[Batch * Units], Batch, Units), _ => _body.Graph.Nodes.First(node => node.OpType == TfLiteOps.Logistic).Outputs[0]));
        _main.Output(loop.Outputs[^1]);
        Assert.That(Operators(Conversion().ToOnnx(18)), Does.Contain("Loop"));
    }

    [Test]
    public void Weights_that_change_are_left_alone()
    {
        Write(new CellSource(CellForm.KerasGru, Batch, Inputs, Units), Collection.Updated, beforeLoop: () =>
        {
            Node product = _body.Graph.Nodes.First(node => node.OpType == TfLiteOps.FullyConnected);
            Value weights = product.Input(1)!;
            long[] dims = [.. weights.Constant!.Dims];
            Carry(_main.Constant(weights.Constant.AsSpan<float>().ToArray(), dims), before =>
            {
                product.SetInput(1, before);
                return _body.Add(TfLiteOps.Mul, [before, _body.Scalar(0.5f)], dims);
            });
        });
        Assert.That(Operators(Conversion().ToOnnx(18)), Does.Contain("Loop"));
    }

    [Test]
    public void Element_of_another_round_is_left_alone()
    {
        Write(new CellSource(CellForm.SimpleRnn, Batch, Inputs, Units), Collection.Updated, beforeLoop: () =>
            _body.Graph.Nodes.Single(node => node.OpType == TfLiteOps.Gather).SetInput(1, _body.Scalar(0)));
        Assert.That(Operators(Conversion().ToOnnx(18)), Does.Contain("Loop"));
    }

    private void AssertLeftAlone(CellSource cell)
    {
        Write(cell, Collection.Updated);
        Assert.That(Operators(Conversion().ToOnnx(18)), Does.Contain("Loop"));
    }

    /// <summary>Writes the three graphs: round, list of outputs, output, cell state of LSTM, sequence.</summary>
    private Node Write(CellSource cell, Collection collection, int count = Steps, Action? beforeLoop = null)
    {
        Value sequence = _main.Input(X, Steps, Batch, Inputs);
        _round = Input("round", ElementType.Int32);
        _next = _body.Add(TfLiteOps.Add, TfLiteOps.Domain, [_round, _body.Scalar(1)], ElementType.Int32, []);
        _carried.Add((_main.Scalar(0), _next));
        Value list = Input("list", ElementType.Float, collection == Collection.LastOnly ? 1 : Steps, Batch, Units);
        Value h = Input("h", ElementType.Float, Batch, Units);
        Value? c = cell.IsLstm ? Input("c", ElementType.Float, Batch, Units) : null;
        Value inside = Input("x", ElementType.Float, Steps, Batch, Inputs);

        Value x = _body.Add(TfLiteOps.Gather, [inside, _round], [Batch, Inputs]);
        (Value output, Value? state) = cell.Write(_body, x, h, c);
        (Value last, Value collected) = (output, output);
        Value? lengths = _lengths is null ? null : _isComputed ? Input("lengths", ElementType.Int32, Batch) : _body.Constant(_lengths);
        if (lengths is not null)
        {
            (last, collected) = (Choice(lengths, h, output), Choice(lengths, _body.Constant(new float[Batch * Units], Batch, Units), output));
            state = state is null ? null : Choice(lengths, c!, state);
        }

        Value row = _body.Add(TfLiteOps.Reshape, [collected, _body.Constant([1, Batch, Units])], [1, Batch, Units]);
        _carried.Add((_main.Constant(new float[list.Shape!.ElementCount!.Value], [.. list.Shape.Select(size => size.Size!.Value)]), Collected(collection, list, row)));
        _carried.Add((_main.Constant(_h, Batch, Units), last));
        if (state is not null)
            _carried.Add((_main.Constant(_c, Batch, Units), state));
        _carried.Add((sequence, inside));
        if (_isComputed)
            AddLimit(lengths);
        beforeLoop?.Invoke();

        Value[] conditions = [.. _body.Graph.Inputs.Select(input => _condition.Graph.AddInput(input.Name, input.Type))];
        Value isGoing = _condition.Add(TfLiteOps.Less, TfLiteOps.Domain, [conditions[0], _condition.Scalar(count)], ElementType.Bool, []);
        if (_isComputed)
            isGoing = _condition.Add(TfLiteOps.LogicalAnd, TfLiteOps.Domain, [isGoing, _condition.Add(TfLiteOps.Less, TfLiteOps.Domain, [conditions[0], conditions[^1]], ElementType.Bool, [])], ElementType.Bool, []);
        _condition.Output(isGoing);
        Node loop = _main.AddNode(TfLiteOps.While, TfLiteOps.Domain, [.. _carried.Select(one => one.Start)], new NodeAttribute("cond_subgraph_index", 1L), new NodeAttribute("body_subgraph_index", 2L));
        foreach ((_, Value after) in _carried)
        {
            loop.AddOutput($"result{loop.Outputs.Count}", after.Type);
            _body.Output(after);
        }

        _main.Output(loop.Outputs[1]);
        return loop;
    }

    private Value Collected(Collection collection, Value list, Value row)
    {
        Value Place(Value round, int others) => _body.Add(
            TfLiteOps.Concatenation, TfLiteOps.Domain, [_body.Add(TfLiteOps.Reshape, TfLiteOps.Domain, [round, _body.Constant([1])], ElementType.Int32, [1]), _body.Constant([others, others])], ElementType.Int32, [3], new NodeAttribute("axis", 0L));
        Value Part(Value begin, Value size) => _body.AddNode(TfLiteOps.Slice, TfLiteOps.Domain, [list, begin, size]).AddOutput("part", new TensorType(ElementType.Float, new Shape(Dimension.Unknown, Batch, Units)));
        return collection switch
        {
            Collection.LastOnly => row,
            Collection.Updated => _body.Add(TfLiteOps.DynamicUpdateSlice, [list, row, Place(_round, 0)], [Steps, Batch, Units]),
            _ => _body.Add(
                TfLiteOps.Concatenation, [Part(_body.Constant([0, 0, 0]), Place(_round, -1)), row, Part(Place(_next, 0), _body.Constant([-1, -1, -1]))], [Steps, Batch, Units], new NodeAttribute("axis", 0L)),
        };
    }

    /// <summary>What a state or output is when the sequence of an element of the batch has ended, and before.</summary>
    private Value Choice(Value lengths, Value ended, Value going) => _body.Add(
        TfLiteOps.Select, [_body.Add(TfLiteOps.GreaterEqual, TfLiteOps.Domain, [_round, lengths], ElementType.Bool, [Batch]), ended, going], [Batch, Units]);

    /// <summary>Lets the loop run up to the largest of numbers that come in: the lengths, or one number.</summary>
    private void AddLimit(Value? lengths)
    {
        Value numbers = _main.Input(_lengths ?? [Steps]);
        if (lengths is not null)
            _carried.Add((numbers, lengths));
        Value largest = Scalar(TfLiteOps.ReduceMax, numbers, _main.Constant([0]));
        _carried.Add((Scalar(TfLiteOps.Minimum, Scalar(TfLiteOps.Maximum, largest, _main.Scalar(1)), _main.Scalar(Steps)), Input("limit", ElementType.Int32)));

        Value Scalar(string opType, params Value[] values) => _main.Add(opType, TfLiteOps.Domain, values, ElementType.Int32, []);
    }

    /// <summary>Lets the loop carry one thing more.</summary>
    private void Carry(Value start, Func<Value, Value> after)
    {
        Value before = _body.Graph.AddInput($"more{_carried.Count}", start.Type);
        _carried.Add((start, after(before)));
    }

    private Value Input(string name, ElementType type, params long[] dims) => _body.Graph.AddInput(name, new TensorType(type, Shape.Of(dims)));

    private Conversion Conversion() =>
        Converter.FromModel(new SourceModel(TfLiteOps.Domain, [_main.Graph, _condition.Graph, _body.Graph], new Generated.RegistrationModule()));

    private static string[] Operators(ConversionResult result) => [.. result.Model.Graph.Nodes.Select(node => node.OpType)];

    private static float[] X => Samples.Floats(Steps * Batch * Inputs, 1);

    private float[] Expected(CellSource cell) => Expected(cell, out _);

    private float[] Expected(CellSource cell, out float[] states) => Expected(cell, out states, out _);

    private float[] Expected(CellSource cell, out float[] states, out float[] last)
    {
        double[][] h = [.. _h.Chunk(Units).Select(row => row.Select(v => (double)v).ToArray())];
        double[][] c = [.. _c.Chunk(Units).Select(row => row.Select(v => (double)v).ToArray())];
        var outputs = new List<float>();
        foreach ((double[] x, int place) in X.Chunk(Inputs).Select((row, place) => (row.Select(v => (double)v).ToArray(), place)))
        {
            int k = place % Batch;
            bool isGoing = _lengths is null || place / Batch < _lengths[k];
            if (isGoing)
                (h[k], c[k]) = cell.Compute(x, h[k], c[k]);
            outputs.AddRange(h[k].Select(v => isGoing ? (float)v : 0));
        }

        last = [.. h.SelectMany(row => row.Select(v => (float)v))];

        states = [.. c.SelectMany(row => row.Select(v => (float)v))];
        return [.. outputs];
    }
}
