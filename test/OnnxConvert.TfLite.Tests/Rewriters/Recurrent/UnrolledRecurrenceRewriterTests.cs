using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Tests.Handlers;

namespace OnnxConvert.TfLite.Tests.Rewriters;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class UnrolledRecurrenceRewriterTests
{
    private const int Steps = 3, Batch = 2, Inputs = 3, Units = 5;

    private readonly SourceGraph _graph = new();
    private readonly List<Value> _outputs = [];
    private readonly List<Value?> _states = [];

    [Test]
    public void Steps_become_one_node(
        [Values(CellForm.KerasLstm, CellForm.BasicLstm, CellForm.KerasGru, CellForm.GruCell)] CellForm form,
        [Values(0, 1)] int axis,
        [Values(13, 18)] int opset)
    {
        var cell = new CellSource(form, Batch, Inputs, Units);
        Write(cell, axis);
        Pack(axis);
        ConversionResult result = _graph.Conversion().ToOnnx(opset);
        string[] around = axis == 0 ? [] : ["Transpose"];
        Assert.That(Operators(result), Is.EqualTo(new[] { [.. around, cell.OpType, "Squeeze"], around }.SelectMany(part => part)));
        Assert.That(_graph.Run<float>(result), Is.EqualTo(Expected(cell, axis)).Within(2e-6f));
    }

    [TestCase(CellForm.KerasLstm)]
    [TestCase(CellForm.KerasGru)]
    public void One_step_will_do(CellForm form)
    {
        var cell = new CellSource(form, Batch, Inputs, Units);
        Write(cell, 0, _ => cell, count: 1);
        _graph.Output(_outputs[0]);
        ConversionResult result = _graph.Conversion().ToOnnx(18);
        Assert.That(Operators(result), Does.Contain(cell.OpType).And.Not.Contain("Gemm"));
        Assert.That(_graph.Run<float>(result), Is.EqualTo(Expected(cell, 0)[..(Batch * Units)]).Within(2e-6f));
    }

    [TestCase(CellForm.BasicLstm)]
    [TestCase(CellForm.GruCell)]
    public void Outputs_of_single_steps_may_be_read(CellForm form)
    {
        var cell = new CellSource(form, Batch, Inputs, Units);
        Write(cell, 0);
        _graph.Output(_outputs[0], _outputs[Steps - 1]);
        ConversionResult result = _graph.Conversion().ToOnnx(18);
        Assert.That(Operators(result).Count(op => op == cell.OpType), Is.EqualTo(1));
        float[] expected = Expected(cell, 0);
        Assert.That(_graph.Run<float>(result), Is.EqualTo(expected[..(Batch * Units)]).Within(2e-6f));
        Assert.That(_graph.Run<float>(result, 1), Is.EqualTo(expected[^(Batch * Units)..]).Within(2e-6f));
    }

    [Test]
    public void Cell_state_that_is_read_between_ends_the_sequence()
    {
        var cell = new CellSource(CellForm.KerasLstm, Batch, Inputs, Units);
        Write(cell, 0);
        Pack(0);
        _graph.Output(_states[1]!);
        AssertParts(cell, 2);
    }

    [Test]
    public void Step_with_other_weights_starts_a_sequence_of_its_own()
    {
        var cell = new CellSource(CellForm.KerasGru, Batch, Inputs, Units);
        Write(cell, 0, t => t == 1 ? new CellSource(CellForm.KerasGru, Batch, Inputs, Units) : cell);
        Pack(0);
        AssertParts(cell, 3);
    }

    [Test]
    public void Input_that_needs_a_step_before_starts_a_sequence_of_its_own()
    {
        var cell = new CellSource(CellForm.KerasGru, Batch, Units, Units);
        Value x = _graph.Input(Samples.Floats(Batch * Units, 1), Batch, Units);
        Value h = _graph.Constant(H, Batch, Units);
        for (int t = 0; t < Steps; t++)
        {
            h = cell.Write(_graph, t == 0 ? x : _graph.Add(TfLiteOps.Neg, [h], [Batch, Units]), h, null).Output;
            _outputs.Add(h);
        }

        _graph.Output(h);
        Assert.That(_graph.Operators().Count(op => op == "GRU"), Is.EqualTo(Steps));
    }

    [TestCase(CellForm.KerasLstm, TfLiteOps.Logistic, 0)]
    [TestCase(CellForm.KerasGru, TfLiteOps.Logistic, 1)]
    [TestCase(CellForm.GruCell, TfLiteOps.Sub, 0)]
    public void Other_cells_are_left_alone(CellForm form, string opType, int index)
    {
        var cell = new CellSource(form, Batch, Inputs, Units) { Change = (opType, index, opType == TfLiteOps.Sub ? TfLiteOps.Mul : TfLiteOps.Relu) };
        Write(cell, 0, _ => cell, count: 1);
        _graph.Output(_outputs[0]);
        Assert.That(_graph.Operators(), Does.Not.Contain(cell.OpType));
    }

    [Test]
    public void Gate_that_is_read_elsewhere_is_left_alone()
    {
        Write(new CellSource(CellForm.KerasLstm, Batch, Inputs, Units), 0, count: 1);
        _graph.Output(_outputs[0], _graph.Graph.Nodes.First(node => node.OpType == TfLiteOps.Logistic).Outputs[0]);
        Assert.That(_graph.Operators(), Does.Not.Contain("LSTM"));
    }

    private static float[] H => Samples.Floats(Batch * Units, 2);

    private static float[] C => Samples.Floats(Batch * Units, 3);

    private static string[] Operators(ConversionResult result) => [.. result.Model.Graph.Nodes.Select(node => node.OpType)];

    private void AssertParts(CellSource cell, int count)
    {
        ConversionResult result = _graph.Conversion().ToOnnx(18);
        Assert.That(Operators(result).Count(op => op == cell.OpType), Is.EqualTo(count));
        Assert.That(_graph.Run<float>(result), Is.EqualTo(Expected(cell, 0)).Within(2e-6f));
    }

    private void Pack(int axis)
    {
        long[] dims = axis == 0 ? [Steps, Batch, Units] : [Batch, Steps, Units];
        _graph.Output(_graph.Add(TfLiteOps.Pack, [.. _outputs], dims, new NodeAttribute("axis", (long)axis), new NodeAttribute("values_count", (long)Steps)));
    }

    private void Write(CellSource cell, int axis) => Write(cell, axis, _ => cell);

    private void Write(CellSource first, int axis, Func<int, CellSource>? cellOf = null, int count = Steps)
    {
        long[] dims = axis == 0 ? [Steps, Batch, Inputs] : [Batch, Steps, Inputs];
        Value sequence = _graph.Input(Samples.Floats(Steps * Batch * Inputs, 1), dims);
        Node unpack = _graph.AddNode(TfLiteOps.Unpack, TfLiteOps.Domain, [sequence], new NodeAttribute("axis", (long)axis), new NodeAttribute("num", (long)Steps));
        Value[] inputs = [.. Enumerable.Range(0, Steps).Select(t => unpack.AddOutput($"x{t}", new TensorType(ElementType.Float, Shape.Of(Batch, Inputs))))];
        Value h = _graph.Constant(H, Batch, Units);
        Value? c = first.IsLstm ? _graph.Constant(C, Batch, Units) : null;
        for (int t = 0; t < count; t++)
        {
            (h, c) = (cellOf?.Invoke(t) ?? first).Write(_graph, inputs[t], h, c);
            _outputs.Add(h);
            _states.Add(c);
        }
    }

    /// <summary>All outputs, in the order of a tensor that has time first or second.</summary>
    private static float[] Expected(CellSource cell, int axis)
    {
        float[][] x = [.. Samples.Floats(Steps * Batch * Inputs, 1).Chunk(Inputs)];
        var outputs = new float[Steps * Batch][];
        for (int k = 0; k < Batch; k++)
        {
            double[] h = [.. H[(k * Units)..((k + 1) * Units)]];
            double[] c = [.. C[(k * Units)..((k + 1) * Units)]];
            for (int t = 0; t < Steps; t++)
            {
                int place = axis == 0 ? (t * Batch) + k : (k * Steps) + t;
                (h, c) = cell.Compute([.. x[place]], h, c);
                outputs[place] = [.. h.Select(v => (float)v)];
            }
        }

        return [.. outputs.SelectMany(row => row)];
    }
}
