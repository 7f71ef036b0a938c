using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>
/// W₁ · a + W₂ · b + … + c: some columns of a tree of FULLY_CONNECTED, ADD and SPLIT with constant matrices Wᵢ and a constant vector c. What
/// CONCATENATION joins before a product is taken apart again.
/// </summary>
internal sealed class AffineSum
{
    private const int MaxDepth = 8;
    private const int MaxTerms = 4;

    /// <summary>No cell is wider; the sizes that a file declares may be anything.</summary>
    private const int MaxWidth = 1 << 18;

    private const long Relu = 1;

    private readonly List<(Value Operand, WeightBlock Weights)> _terms = [];

    private AffineSum(int count) => Constant = new float[count];

    internal IReadOnlyList<(Value Operand, WeightBlock Weights)> Terms => _terms;

    internal float[] Constant { get; }

    /// <summary>All columns of a value, or null when it is no such sum.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isBeforeRelu">Whether a fused RELU of the last operator is left out.</param>
    internal static AffineSum? Of(Value? value, bool isBeforeRelu = false) => Of(value, 0, Width(value), isBeforeRelu);

    /// <summary>As many columns of a value as <paramref name="count"/> from <paramref name="first"/> on.</summary>
    internal static AffineSum? Of(Value? value, long first, int count, bool isBeforeRelu = false)
    {
        if (value is null || count is <= 0 or > MaxWidth)
            return null;
        var sum = new AffineSum(count);
        return sum.Add(value, first, isBeforeRelu ? Relu : 0, 0) && sum._terms.Count > 0 ? sum : null;
    }

    /// <summary>The weights of an operand, or null.</summary>
    internal WeightBlock? WeightsOf(Value operand) => _terms.Find(term => ReferenceEquals(term.Operand, operand)).Weights;

    /// <summary>The size of the last dimension, 0 where it is not known.</summary>
    internal static int Width(Value? value) => value?.Shape is { Rank: > 0 } shape && shape[shape.Rank - 1].Size is { } size and <= int.MaxValue ? (int)size : 0;

    private bool Add(Value value, long start, long activation, int depth)
    {
        if (start > int.MaxValue - MaxWidth)
            return false;
        var first = (int)start;
        if (value.Constant is { ElementType: ElementType.Float } data && value.Quantization is null)
            return AddConstant(data, first);
        if (depth > MaxDepth || !value.IsReal() || value.Producer is not { } node || node.Domain != TfLiteOps.Domain || node.Attributes.Int("fused_activation_function") != activation)
            return false;
        return node.OpType switch
        {
            TfLiteOps.Add => AddBoth(node, first, depth + 1),
            TfLiteOps.FullyConnected => AddProduct(node, first),
            TfLiteOps.Split => AddPart(node, value, first, depth + 1),
            _ => false,
        };
    }

    private bool AddBoth(Node node, int first, int depth)
    {
        int width = Width(node.Outputs[0]);
        return AddOne(node.Input(0)) && AddOne(node.Input(1));

        // One constant may serve all columns; for anything else columns are those of the sum.
        bool AddOne(Value? value) => value is not null
            && (value.Number() is not null || (Width(value) == width && (!value.IsConstant || value.Constant!.ElementCount == width)))
            && Add(value, value.Number() is null ? first : 0, 0, depth);
    }

    private bool AddPart(Node split, Value part, int first, int depth)
    {
        if (split.Input(1) is not { Shape: { } shape } whole || split.Input(0).Integers() is not [var axis] || (axis != -1 && axis != shape.Rank - 1))
            return false;
        return Add(whole, first + ((long)part.ProducerIndex * Width(part)), 0, depth);
    }

    private bool AddProduct(Node node, int first)
    {
        if (node.Outputs.Count != 1 || node.Attributes.Int("weights_format") != 0 || node.Input(0) is not { Shape.Rank: 2 } operand
            || WeightBlock.Of(node.Input(1)) is not { } matrix || matrix.Columns != Width(operand) || first + Constant.Length > matrix.Rows)
        {
            return false;
        }

        if (node.Input(2) is { } bias && (bias.Constant is not { ElementType: ElementType.Float } data || data.ElementCount != matrix.Rows || !AddConstant(data, first)))
            return false;
        WeightBlock rows = matrix with { Row = first, Rows = Constant.Length };
        if (operand.By(TfLiteOps.Concatenation) is not { } joined || joined.Attributes.Int("axis") is not (1 or -1))
            return AddTerm(operand, rows);
        int column = 0;
        foreach (Value? piece in joined.Inputs)
        {
            int width = Width(piece);
            if (piece is null || width > matrix.Columns - column || !AddTerm(piece, rows with { Column = column, Columns = width }))
                return false;
            column += width;
        }

        return column == matrix.Columns;
    }

    private bool AddTerm(Value operand, WeightBlock weights)
    {
        if (!operand.IsReal() || weights.Columns <= 0 || WeightsOf(operand) is not null || _terms.Count == MaxTerms)
            return false;
        // What is zero adds nothing: converters fold the state before the first step.
        if (!operand.IsZero())
            _terms.Add((operand, weights));
        return true;
    }

    private bool AddConstant(TensorData data, int first)
    {
        ReadOnlySpan<float> values = data.AsSpan<float>();
        if (values.Length != 1 && first + Constant.Length > values.Length)
            return false;
        for (int i = 0; i < Constant.Length; i++)
            Constant[i] += values[values.Length == 1 ? 0 : first + i];
        return true;
    }
}
