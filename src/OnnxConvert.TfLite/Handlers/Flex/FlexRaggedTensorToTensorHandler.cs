using System.Text;
using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TensorFlow's RaggedTensorToTensor → ScatterND. Inputs the sizes of the result (-1: as many as needed), values (n, rest...), what
/// stands elsewhere, and a tensor for each entry of row_partition_types: ROW_SPLITS, or FIRST_DIM_SIZE followed by VALUE_ROWIDS.
/// </summary>
/// <remarks>What lies outside of the sizes is left out.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexRaggedTensorToTensor", MinOpset = 11)]
internal sealed class FlexRaggedTensorToTensorHandler : IOpHandler
{
    private const int FirstPartition = 3;

    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        List<RaggedRows> levels = Levels(op);
        Value values = op.Declared(1);
        Value indices = RaggedIndices.Of(emit, levels);
        Value ragged = Sizes(op, levels);

        Value fits = emit.Compare("Less", indices, ragged);
        fits = emit.Reduce("ReduceMin", emit.Cast(fits, ElementType.Int32), [1], keepDims: false);
        fits = emit.Cast(fits, ElementType.Bool);
        Value all = emit.Concat([ragged, .. emit.SizesBetween(values, 1, op.Rank(1))], 0);
        Value elsewhere = emit.Expand(op.Declared(2), all);
        op.DeclaredResult(0, emit.ScatterND(elsewhere, Kept(indices), Kept(values)));

        Value Kept(Value rows) => emit.Node("Compress", [rows, fits], new NodeAttribute("axis", 0L));
    }

    private static List<RaggedRows> Levels(OpContext op)
    {
        string[] types = [.. op.Node.Attributes.Find("row_partition_types")?.Strings.Select(type => Encoding.UTF8.GetString(type.Span)) ?? []];
        var levels = new List<RaggedRows>();
        for (int i = 0; i < types.Length; i++)
        {
            int input = FirstPartition + i;
            switch (types[i])
            {
                case "FIRST_DIM_SIZE":
                    break;
                case "ROW_SPLITS":
                    levels.Add(RaggedRows.BySplits(op.Emit, op.Indices(input)));
                    break;
                case "VALUE_ROWIDS":
                    // The elements of the level outside are the rows of this one.
                    Value rows = levels.Count > 0 ? op.Emit.Length(levels[^1].RowOf, 0) : op.Index(FirstPartition);
                    levels.Add(RaggedRows.ByNumbers(op.Emit, op.Indices(input), rows));
                    break;
                default:
                    throw op.NotSupported($"a row partition is of type '{types[i]}'; ROW_SPLITS, VALUE_ROWIDS and FIRST_DIM_SIZE are covered");
            }
        }

        return levels.Count > 0 ? levels : throw op.NotSupported("it has no row partition");
    }

    /// <summary>The sizes of the dimensions that the levels make.</summary>
    private static Value Sizes(OpContext op, List<RaggedRows> levels)
    {
        Emitter emit = op.Emit;
        Value needed = emit.Concat([emit.Size(levels[0].Starts, 0), .. levels.Select(level => level.Longest)], 0);
        if (op.Rank(0) == 0)
            return needed;
        Value given = emit.Slice(op.Indices(0), [0], [levels.Count + 1], [0]);
        return emit.Where(emit.Compare("Less", given, emit.Const(0L)), needed, given);
    }
}
