using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// A list of tensors, as TensorFlow's and TFLite's TensorList operators make and read it: one tensor (items, sizes of an item...).
/// So a list passes through loops, branches and calls like any other tensor, with a fixed shape where it has one, its items
/// are found by Gather, and items that nobody set are the zeros that both read from them. ONNX's sequences have no such
/// items, cannot be carried by loops before opset 13, and few accelerators know them.
/// <para>
/// Sizes of an item that are open when the list is made are 0 until the first item comes. From then on all items must have its
/// sizes, as those of a list that is stacked have; where they have not, the runtime refuses to join them.
/// </para>
/// <para>
/// A loop that only sets the items of a new list one after the other does not carry it: <see cref="Rewriters.ScanOutputRewriter"/>.
/// </para>
/// </summary>
internal static class TensorList
{
    /// <summary>The list at an input.</summary>
    internal static Value List(this OpContext op, int index)
    {
        Value list = op.Raw(index);
        return list.Shape is { Rank: > 0 }
            ? list
            : throw op.NotSupported("its list must come from an operator that makes one and can be converted, in this graph or in one that runs it", op.Input(index));
    }

    /// <summary>A list of zeros.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="count">The number of items, an int64 value (1).</param>
    /// <param name="type">The element type of an item.</param>
    /// <param name="shapeInput">The operator's input with the sizes of an item: -1 for open ones, a scalar where not even the rank is known.</param>
    internal static Value Create(OpContext op, Value count, ElementType type, int shapeInput)
    {
        if (type == ElementType.Undefined || type.IsComplex())
            throw op.NotSupported($"holds {type.DisplayName()}; lists of real numbers, integers, bools and strings are possible");
        Value sizes = op.Emit.Concat([count, ItemSizes(op, shapeInput)], 0);
        return type == ElementType.String
            ? op.Emit.Expand(op.Emit.Const(TensorData.FromStrings([], [ReadOnlyMemory<byte>.Empty])), sizes)
            : op.Emit.Zeros(sizes, type);
    }

    /// <summary>The list with room for an item: what of its sizes is still open becomes that of the item.</summary>
    /// <param name="emit">The emitter.</param>
    /// <param name="list">The list.</param>
    /// <param name="item">The item.</param>
    internal static Value WithRoomFor(Emitter emit, Value list, Value item) => item.Shape is null || HasRoomFor(list.Shape!, item.Shape)
        ? list
        : WithRoom(emit, list, emit.Shape(item));

    /// <summary>The list with the sizes of an item that an input gives, where these are known.</summary>
    internal static Value WithKnownSizes(OpContext op, Value list, int shapeInput)
    {
        if (op.ConstantInts(shapeInput) is not { } sizes || op.Shape(shapeInput)?.Rank != 1 || sizes.Any(size => size < 0) || sizes.Length != list.Shape!.Rank - 1)
            return list;
        return HasRoomFor(list.Shape, Shape.Of(sizes)) ? list : WithRoom(op.Emit, list, op.Emit.Ints(sizes));
    }

    /// <summary>The list with zeros behind its items, or with its last ones cut off.</summary>
    /// <param name="emit">The emitter; opset 11 or higher.</param>
    /// <param name="list">The list.</param>
    /// <param name="added">The number of items to add; negative to remove; int64 (1).</param>
    internal static Value Lengthen(Emitter emit, Value list, Value added)
    {
        int rank = list.Shape!.Rank;
        return emit.Pad(list, emit.Concat([emit.Ints(new long[rank]), added, emit.Ints(new long[rank - 1])], 0));
    }

    /// <summary>How many items a list must have for all of some indices, a vector of int64: one value (1).</summary>
    internal static Value CountFor(Emitter emit, Value indices) =>
        emit.Add(emit.Reduce("ReduceMax", emit.Concat([emit.Ints(-1), indices], 0), [0], keepDims: true), emit.Const(1L));

    /// <summary>Whether the sizes of a list, behind the first, are settled and may be those of an item.</summary>
    private static bool HasRoomFor(Shape list, Shape item) =>
        list.Rank == item.Rank + 1 && list.Skip(1).Zip(item).All(pair => pair.First.Size is { } size && (size > 0 || pair.Second.Size == 0));

    private static Value WithRoom(Emitter emit, Value list, Value itemSizes)
    {
        int rank = list.Shape!.Rank;
        Value sizes = emit.Slice(emit.Shape(list), [1], [rank], [0]);
        Value missing = emit.Where(emit.Compare("Equal", sizes, emit.Const(0L)), itemSizes, emit.Const(0L));
        return emit.Pad(list, emit.Concat([emit.Ints(new long[rank + 1]), missing], 0));
    }

    private static Value ItemSizes(OpContext op, int shapeInput)
    {
        bool hasRank = op.Rank(shapeInput) == 1;
        if (hasRank && op.ConstantInts(shapeInput) is null)
            return op.Emit.Max(op.Indices(shapeInput), op.Emit.Const(0L));
        long[]? given = hasRank ? op.ConstantInts(shapeInput) : null;
        if (given?.All(size => size >= 0) == true)
            return op.Emit.Ints(given);
        Shape? seen = ItemShapes.Of(op.Output(0), given?.Length, op.Subgraphs);
        return given is null && seen is null
            ? throw op.NotSupported("the rank of its items must be known; neither the list nor what is put into it or read from it says it", op.Input(shapeInput))
            : op.Emit.Ints([.. Enumerable.Range(0, given?.Length ?? seen!.Rank).Select(axis => given?[axis] is >= 0 and { } size ? size : seen?[axis].Size ?? 0)]);
    }
}
