using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_DOT_GENERAL → Transpose, Reshape, MatMul: sums of products over the contracting dimensions; batching dimensions run along. The output has the batching dimensions, the others of the first input, those of the second.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloDotGeneral, Restrictions = "at most one size of each tensor is unknown where dimensions are joined")]
internal sealed class StableHloDotGeneralHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        var left = new Factor(op, 0, "lhs");
        var right = new Factor(op, 1, "rhs");
        Value a = left.AsMatrices(op.Real(0), left.Free, left.Contracted);
        Value b = right.AsMatrices(op.Weight(1), right.Contracted, right.Free);
        ElementType type = op.IsOutputQuantized(0) || op.OutputType(0).IsFloat() ? a.ElementType : op.OutputType(0);
        Value y = op.Emit.MatMul(op.Emit.Cast(a, type), op.Emit.Cast(b, type));
        if (left.Free.Length != 1 || right.Free.Length != 1)
            y = op.Emit.Reshape(y, [.. left.Sizes(left.Batch), .. left.Sizes(left.Free), .. right.Sizes(right.Free)]);
        op.Result(0, op.IsOutputQuantized(0) ? y : op.Emit.Cast(y, op.OutputType(0)));
    }

    private sealed class Factor(OpContext op, int index, string side)
    {
        internal int[] Batch { get; } = Dimensions(op, index, $"{side}_batching_dimensions");

        internal int[] Contracted { get; } = Dimensions(op, index, $"{side}_contracting_dimensions");

        internal int[] Free => [.. Enumerable.Range(0, op.Rank(index)).Except(Batch).Except(Contracted)];

        /// <summary>The tensor as (batch..., rows, columns), several dimensions joined to one, or one added where there is none.</summary>
        internal Value AsMatrices(Value x, int[] rows, int[] columns)
        {
            Value moved = op.Emit.Transpose(x, [.. Batch, .. rows, .. columns]);
            return rows.Length == 1 && columns.Length == 1
                ? moved
                : op.Emit.Reshape(moved, [.. Sizes(Batch), Product(Sizes(rows)), Product(Sizes(columns))]);
        }

        /// <summary>Sizes of dimensions, -1 where one is not known.</summary>
        internal long[] Sizes(int[] dimensions)
        {
            Shape? shape = op.Shape(index);
            if (shape is null || shape.Count(dimension => !dimension.IsStatic) > 1)
                throw op.NotSupported("at most one size may be unknown", op.Input(index));
            return [.. dimensions.Select(axis => shape[axis].Size ?? -1)];
        }

        private static long Product(long[] sizes) =>
            sizes.Contains(-1) ? -1 : sizes.Aggregate(1L, (product, size) => checked(product * size));

        private static int[] Dimensions(OpContext op, int index, string option) => [.. op.Ints(option).Select(axis => op.Axis(axis, op.Rank(index)))];
    }
}
