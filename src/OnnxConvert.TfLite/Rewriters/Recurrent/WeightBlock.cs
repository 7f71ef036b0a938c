using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>Some rows and columns of a constant matrix: of float, of float16 behind DEQUANTIZE, or of int8 with a scale for all or for each row.</summary>
internal sealed record WeightBlock(TensorData Data, QuantizationParameters? Quantization, int Row, int Rows, int Column, int Columns)
{
    /// <summary>The whole of a matrix, or null when it is not constant or of another type.</summary>
    internal static WeightBlock? Of(Value? matrix)
    {
        if (matrix?.By(TfLiteOps.Dequantize)?.Input(0) is { ElementType: ElementType.Float16 } half)
            matrix = half;
        if (matrix?.Constant is not { Rank: 2 } data || data.Dims.Max() > int.MaxValue)
            return null;
        bool isKnown = matrix.Quantization is { } parameters
            ? data.ElementType == ElementType.Int8 && (parameters.IsPerTensor || (parameters.Axis == 0 && parameters.Scales.Length == data.Dims[0]))
            : data.ElementType is ElementType.Float or ElementType.Float16;
        return isKnown ? new WeightBlock(data, matrix.Quantization, 0, (int)data.Dims[0], 0, (int)data.Dims[1]) : null;
    }

    /// <summary>Adds blocks of equal width as one constant, (1, rows, columns), the rows of the first block first.</summary>
    /// <returns>Null when their types differ, or when they are too large for one.</returns>
    internal static Value? Stack(IReadOnlyList<WeightBlock> blocks, string name, Node position, RewriteContext context)
    {
        ElementType type = blocks[0].Data.ElementType;
        int columns = blocks[0].Columns;
        int rowLength = (int)type.ByteLength(columns);
        long length = blocks.Sum(block => (long)block.Rows) * rowLength;
        if (length > Array.MaxLength || blocks.Any(block => block.Data.ElementType != type || block.Columns != columns))
            return null;
        var bytes = new byte[length];
        int end = 0;
        foreach (WeightBlock block in blocks)
        {
            for (int row = block.Row; row < block.Row + block.Rows; row++, end += rowLength)
                block.BytesOfRow(row).CopyTo(bytes.AsSpan(end));
        }

        long[] dims = [1, blocks.Sum(block => block.Rows), columns];
        Value constant = context.Graph.AddInitializer(name, TensorData.FromBytes(type, dims, bytes));
        constant.Quantization = QuantizationOf(blocks);
        return type == ElementType.Float16
            ? context.Insert(position, TfLiteOps.Domain, TfLiteOps.Dequantize, constant).AddOutput(name, new TensorType(ElementType.Float, Shape.Of(dims)))
            : constant;
    }

    private static QuantizationParameters? QuantizationOf(IReadOnlyList<WeightBlock> blocks)
    {
        if (blocks[0].Quantization is null)
            return null;
        float[] scales = [.. blocks.SelectMany(block => block.OfRows(block.Quantization!.Scales))];
        long[] zeroPoints = [.. blocks.SelectMany(block => block.OfRows(block.Quantization!.ZeroPoints))];
        return scales.Distinct().Count() == 1 && zeroPoints.Distinct().Count() == 1
            ? new QuantizationParameters(scales[0], zeroPoints[0])
            : new QuantizationParameters([.. scales], [.. zeroPoints], 1);
    }

    private IEnumerable<T> OfRows<T>(IReadOnlyList<T> parameters) =>
        Enumerable.Range(Row, Rows).Select(row => parameters[parameters.Count == 1 ? 0 : row]);

    private ReadOnlySpan<byte> BytesOfRow(int row)
    {
        int elementLength = (int)Data.ElementType.ByteLength(1);
        int start = checked(((row * (int)Data.Dims[1]) + Column) * elementLength);
        return Data.Bytes.Span.Slice(start, Columns * elementLength);
    }
}
