using OnnxConvert.Ir;
using OnnxConvert.TfLite.Tests.Handlers;

namespace OnnxConvert.TfLite.Tests.Rewriters;

/// <summary>One step of a recurrent cell in source operators, and by its definition, with the same weights.</summary>
internal sealed class CellSource(CellForm form, int batch, int inputs, int units)
{
    private readonly float[] _weights = Samples.Floats(4 * units * inputs, 11);
    private readonly float[] _recurrent = Samples.Floats(4 * units * units, 12);
    private readonly float[] _bias = Samples.Floats(4 * units, 13);
    private readonly float[] _recurrentBias = Samples.Floats(3 * units, 14);
    private readonly Dictionary<int, Value> _matrices = [];

    /// <summary>What a test puts in the place of an operator, by its order among those of the same type.</summary>
    public (string OpType, int Index, string Other)? Change { get; init; }

    /// <summary>Whether the matrices are float16 behind DEQUANTIZE.</summary>
    public bool IsHalf { get; init; }

    public bool IsLstm => form is CellForm.KerasLstm or CellForm.BasicLstm;

    public string OpType => form switch
    {
        CellForm.KerasLstm or CellForm.BasicLstm => "LSTM",
        CellForm.KerasGru or CellForm.GruCell => "GRU",
        _ => "RNN",
    };

    /// <summary>Writes the step: the new output, and for LSTM the new cell state.</summary>
    public (Value Output, Value? State) Write(SourceGraph graph, Value x, Value h, Value? c)
    {
        (Value Output, Value? State) result = form switch
        {
            CellForm.KerasLstm => Lstm(graph, Split(graph, Unit(graph, TfLiteOps.Add, Unit(graph, TfLiteOps.Add, Product(graph, x, Ws(0, 4), 4), Product(graph, h, Rs(0, 4), 4)), graph.Constant(_bias)), 4), [0, 1, 2, 3], c!),
            CellForm.BasicLstm => BasicLstm(graph, x, h, c!),
            CellForm.KerasGru => (KerasGru(graph, x, h), null),
            CellForm.GruCell => (GruCell(graph, x, h), null),
            CellForm.SimpleRnn => (Unit(graph, TfLiteOps.Tanh, Unit(graph, TfLiteOps.Add, Product(graph, x, Ws(0, 1), 1, _bias[..units]), Product(graph, h, Rs(0, 1), 1))), null),
            _ => (graph.Add(TfLiteOps.Add, [Product(graph, x, Ws(0, 1), 1, _bias[..units]), Product(graph, h, Rs(0, 1), 1)], [batch, units], new NodeAttribute("fused_activation_function", 1L)), null),
        };
        if (Change is var (opType, index, other))
            graph.Graph.Nodes.Where(node => node.OpType == opType).ElementAt(index).OpType = other;
        return result;
    }

    /// <summary>The step by its definition, for one element of the batch.</summary>
    public (double[] Output, double[] State) Compute(double[] x, double[] h, double[] c)
    {
        double[] Sum(int gate, double[] state) => [.. Enumerable.Range(0, units).Select(u => OfInput(gate, u) + OfState(gate, u, state))];
        double OfInput(int gate, int u) => _bias[(gate * units) + u] + Enumerable.Range(0, inputs).Sum(i => _weights[(((gate * units) + u) * inputs) + i] * x[i]);
        double OfState(int gate, int u, double[] state) => Enumerable.Range(0, units).Sum(i => _recurrent[(((gate * units) + u) * units) + i] * state[i]);
        switch (form)
        {
            case CellForm.KerasLstm or CellForm.BasicLstm:
                bool isBasic = form == CellForm.BasicLstm;
                double[] forget = [.. Sum(isBasic ? 2 : 1, h).Select(s => Sigmoid(s + (isBasic ? 1 : 0)))];
                double[] next = [.. Sum(isBasic ? 1 : 2, h).Select((s, u) => (forget[u] * c[u]) + (Sigmoid(Sum(0, h)[u]) * Math.Tanh(s)))];
                return ([.. Sum(3, h).Select((s, u) => Sigmoid(s) * Math.Tanh(next[u]))], next);
            case CellForm.KerasGru:
                double[] z = [.. Sum(0, h).Select((s, u) => Sigmoid(s + _recurrentBias[u]))];
                double[] r = [.. Sum(1, h).Select((s, u) => Sigmoid(s + _recurrentBias[units + u]))];
                return ([.. z.Select((s, u) => (s * h[u]) + ((1 - s) * Math.Tanh(OfInput(2, u) + (r[u] * (OfState(2, u, h) + _recurrentBias[(2 * units) + u])))))], []);
            case CellForm.GruCell:
                double[] reset = [.. Sum(0, h).Select((s, u) => Sigmoid(s) * h[u])];
                return ([.. Sum(1, h).Select((s, u) => (Sigmoid(s) * h[u]) + ((1 - Sigmoid(s)) * Math.Tanh(Sum(2, reset)[u])))], []);
            default:
                return ([.. Sum(0, h).Select(s => form == CellForm.SimpleRnn ? Math.Tanh(s) : Math.Max(s, 0))], []);
        }
    }

    private static double Sigmoid(double v) => 1 / (1 + Math.Exp(-v));

    private (Value Output, Value? State) BasicLstm(SourceGraph graph, Value x, Value h, Value c)
    {
        Value[] gates = Split(graph, Product(graph, Joined(graph, x, h), Both(0, 4), 4, _bias), 4);
        gates[2] = Unit(graph, TfLiteOps.Add, gates[2], graph.Scalar(1f));
        return Lstm(graph, gates, [0, 2, 1, 3], c);
    }

    private (Value Output, Value? State) Lstm(SourceGraph graph, Value[] gates, int[] order, Value c)
    {
        Value[] inOrder = [.. order.Select(gate => gates[gate])];
        Value input = Unit(graph, TfLiteOps.Logistic, inOrder[0]);
        Value kept = Unit(graph, TfLiteOps.Mul, Unit(graph, TfLiteOps.Logistic, inOrder[1]), c);
        Value added = Unit(graph, TfLiteOps.Mul, input, Unit(graph, TfLiteOps.Tanh, inOrder[2]));
        Value next = Unit(graph, TfLiteOps.Add, kept, added);
        return (Unit(graph, TfLiteOps.Mul, Unit(graph, TfLiteOps.Logistic, inOrder[3]), Unit(graph, TfLiteOps.Tanh, next)), next);
    }

    private Value KerasGru(SourceGraph graph, Value x, Value h)
    {
        Value[] ofState = Split(graph, Product(graph, h, Rs(0, 3), 3, _recurrentBias), 3);
        Value[] ofInput = Split(graph, Product(graph, x, Ws(0, 3), 3, _bias[..(3 * units)]), 3);
        Value z = Unit(graph, TfLiteOps.Logistic, Unit(graph, TfLiteOps.Add, ofInput[0], ofState[0]));
        Value r = Unit(graph, TfLiteOps.Logistic, Unit(graph, TfLiteOps.Add, ofInput[1], ofState[1]));
        return Update(graph, z, h, Unit(graph, TfLiteOps.Tanh, Unit(graph, TfLiteOps.Add, ofInput[2], Unit(graph, TfLiteOps.Mul, r, ofState[2]))));
    }

    private Value GruCell(SourceGraph graph, Value x, Value h)
    {
        Value sums = Product(graph, Joined(graph, x, h), Both(0, 2), 2, _bias[..(2 * units)]);
        Value[] gates = Split(graph, graph.Add(TfLiteOps.Logistic, [sums], [batch, 2 * units]), 2);
        Value reset = Unit(graph, TfLiteOps.Mul, gates[0], h);
        return Update(graph, gates[1], h, Unit(graph, TfLiteOps.Tanh, Product(graph, Joined(graph, x, reset), Both(2, 1), 1, _bias[(2 * units)..(3 * units)])));
    }

    private Value Update(SourceGraph graph, Value z, Value h, Value candidate)
    {
        Value added = Unit(graph, TfLiteOps.Mul, Unit(graph, TfLiteOps.Sub, graph.Scalar(1f), z), candidate);
        return Unit(graph, TfLiteOps.Add, Unit(graph, TfLiteOps.Mul, z, h), added);
    }

    private Value Unit(SourceGraph graph, string opType, params Value[] values) => graph.Add(opType, values, [batch, values.Max(value => value.Shape!.Rank < 2 ? 0 : value.Shape[1].Size!.Value)]);

    private Value Joined(SourceGraph graph, Value x, Value h) => graph.Add(TfLiteOps.Concatenation, [x, h], [batch, inputs + units], new NodeAttribute("axis", 1L));

    /// <summary>A product with a matrix, which all steps of a file share.</summary>
    private Value Product(SourceGraph graph, Value x, float[] weights, int gates, float[]? bias = null)
    {
        long[] dims = [gates * units, weights.Length / (gates * units)];
        int key = HashCode.Combine(weights[0], weights.Length, gates);
        if (!_matrices.TryGetValue(key, out Value? matrix))
        {
            matrix = _matrices[key] = IsHalf
                ? graph.Add(TfLiteOps.Dequantize, [graph.Constant([.. weights.Select(weight => (Half)weight)], dims)], dims)
                : graph.Constant(weights, dims);
        }

        return graph.Add(TfLiteOps.FullyConnected, [x, matrix, bias is null ? null : graph.Constant(bias)], [batch, gates * units]);
    }

    private Value[] Split(SourceGraph graph, Value whole, int count)
    {
        Node split = graph.AddNode(TfLiteOps.Split, TfLiteOps.Domain, [graph.Scalar(1), whole], new NodeAttribute("num_splits", (long)count));
        return [.. Enumerable.Range(0, count).Select(i => split.AddOutput($"gate{graph.Graph.NodeCount}_{i}", new TensorType(ElementType.Float, Shape.Of(batch, units))))];
    }

    private float[] Ws(int first, int count) => _weights[(first * units * inputs)..((first + count) * units * inputs)];

    private float[] Rs(int first, int count) => _recurrent[(first * units * units)..((first + count) * units * units)];

    /// <summary>The rows of both matrices, one behind the other.</summary>
    private float[] Both(int first, int count) =>
        [.. Ws(first, count).Chunk(inputs).Zip(Rs(first, count).Chunk(units), (w, r) => w.Concat(r)).SelectMany(row => row)];
}
