using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// The diagonals of matrices from one to another, packed: a row for each, the highest first. Diagonal d has the elements
/// (row, row + d). Shorter ones are filled up on the side that the alignment leaves open.
/// </summary>
/// <remarks>As tf.linalg.diag_part defines it.</remarks>
internal sealed class DiagonalBand
{
    private readonly Emitter _emit;
    private readonly Value _zero;
    private readonly bool _isSingle;
    private readonly bool _isSuperRight;
    private readonly bool _isSubRight;

    private DiagonalBand(OpContext op, Value lower, Value upper, bool isSingle, bool isKnown)
    {
        _emit = op.Emit;
        _zero = _emit.Const(0L);
        Lower = lower;
        Upper = upper;
        _isSingle = isSingle;
        IsKnown = isKnown;
        Count = isSingle ? _emit.Const(1L) : _emit.Add(_emit.Sub(upper, lower), _emit.Const(1L));
        // Earlier versions of the operators know one alignment only.
        string otherwise = op.Node.OpType.EndsWith("V3", StringComparison.Ordinal) ? "RIGHT_LEFT" : "LEFT_LEFT";
        string align = op.Node.Attributes.String("align", otherwise);
        _isSuperRight = align.StartsWith("RIGHT", StringComparison.Ordinal);
        _isSubRight = align.EndsWith("RIGHT", StringComparison.Ordinal);
    }

    /// <summary>The lowest diagonal, a scalar.</summary>
    internal Value Lower { get; }

    /// <summary>The highest diagonal, a scalar.</summary>
    internal Value Upper { get; }

    /// <summary>The number of diagonals, a scalar.</summary>
    internal Value Count { get; }

    /// <summary>Whether it is known if there is one diagonal or several, and so if the packed form has a dimension for them.</summary>
    internal bool IsKnown { get; }

    /// <summary>The band that an input names: one diagonal, or the lowest and the highest. Without the input it is the main diagonal.</summary>
    internal static DiagonalBand Of(OpContext op, int input)
    {
        Emitter emit = op.Emit;
        if (!op.HasInput(input))
            return new DiagonalBand(op, emit.Const(0L), emit.Const(0L), true, true);
        if (op.ConstantInts(input) is [var first, .. var others])
        {
            long last = others.Length > 0 ? others[0] : first;
            return new DiagonalBand(op, emit.Const(first), emit.Const(last), first == last, true);
        }

        if (op.Rank(input) == 0 || op.Size(input, 0) == 1)
            return new DiagonalBand(op, op.Index(input), op.Index(input), true, true);
        Value both = op.Indices(input);
        return new DiagonalBand(op, emit.Gather(both, emit.Const(0L), 0), emit.Gather(both, emit.Const(1L), 0), false, false);
    }

    /// <summary>The length of the longest diagonal of a matrix, a scalar.</summary>
    internal Value MaxLength(Value rows, Value columns) =>
        _emit.Min(_emit.Add(rows, _emit.Min(Upper, _zero)), _emit.Sub(columns, _emit.Max(Lower, _zero)));

    /// <summary>By how many elements the diagonals <paramref name="d"/> stand behind the start of their rows.</summary>
    internal Value Offset(Value d, Value rows, Value columns, Value length)
    {
        if (!_isSuperRight && !_isSubRight)
            return _zero;
        Value own = _emit.Min(_emit.Add(rows, _emit.Min(d, _zero)), _emit.Sub(columns, _emit.Max(d, _zero)));
        Value missing = _emit.Sub(length, own);
        if (_isSuperRight && _isSubRight)
            return missing;
        return _emit.Where(_emit.Compare(_isSuperRight ? "Greater" : "Less", d, _zero), missing, _zero);
    }

    /// <summary>The sizes of a packed tensor behind the batch: the dimension of the diagonals is there when there are several.</summary>
    internal Value[] PackedSizes(Value length)
    {
        Value count = _emit.Reshape(Count, 1);
        if (IsKnown)
            return _isSingle ? [_emit.Reshape(length, 1)] : [count, _emit.Reshape(length, 1)];
        return [_emit.Slice(count, _emit.Ints(0), _emit.Min(_emit.Sub(count, _emit.Const(1L)), _emit.Const(1L)), _emit.Ints(0)), _emit.Reshape(length, 1)];
    }

    /// <summary>A packed tensor (batch..., [diagonals,] length) laid over matrices of a size, and where these are covered by it, bool (rows, columns).</summary>
    internal (Value Elements, Value Covered) Unpack(Value packed, int rank, Value rows, Value columns)
    {
        Value length = _emit.Length(packed, rank - 1);
        Value row = _emit.Unsqueeze(_emit.Indices(rows), 1);
        Value column = _emit.Unsqueeze(_emit.Indices(columns), 0);
        Value d = _emit.Sub(column, row);
        Value covered = _emit.And(_emit.Compare("GreaterOrEqual", d, Lower), _emit.Compare("LessOrEqual", d, Upper));
        Value place = _emit.Add(_emit.Min(row, column), Offset(d, rows, columns, length));
        covered = _emit.And(covered, _emit.Compare("Less", place, length));
        Value index = _emit.Where(covered, _emit.Add(_emit.Mul(_emit.Sub(Upper, d), length), place), _zero);
        Value flat = _emit.Reshape(packed, _emit.Concat([.. BatchSizes(packed, rank), _emit.Ints(-1)], 0));
        return (_emit.Gather(flat, index, -1), covered);
    }

    private Value[] BatchSizes(Value packed, int rank)
    {
        if (IsKnown)
            return _emit.SizesBetween(packed, 0, _isSingle ? rank - 1 : rank - 2);
        Value isSeveral = _emit.Compare("Greater", _emit.Reshape(Count, 1), _emit.Const(1L));
        Value end = _emit.Where(isSeveral, _emit.Ints(rank - 2), _emit.Ints(rank - 1));
        return [_emit.Slice(_emit.Shape(packed), _emit.Ints(0), end, _emit.Ints(0))];
    }
}
