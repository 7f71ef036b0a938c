using Google.FlatBuffers;

namespace OnnxConvert.Testing.Data;

/// <summary>The quantization of a .tflite model's inputs and outputs, by position; null where there is none.</summary>
/// <remarks>
/// Read with our own few look-ups, not with the reader under test. Field numbers of TFLite's schema:
/// Model.subgraphs 2; SubGraph.tensors 0, inputs 1, outputs 2; Tensor.quantization 4; scale 2, zero_point 3.
/// </remarks>
public sealed record TfLiteBoundary(IReadOnlyList<Quantization?> Inputs, IReadOnlyList<Quantization?> Outputs)
{
    public static TfLiteBoundary Read(byte[] model)
    {
        var buffer = new ByteBuffer(model);
        var root = new Table(buffer.GetInt(0), buffer);
        var graph = TableAt(root, Field(root, field: 2), index: 0);
        return new TfLiteBoundary(ReadTensors(graph, field: 1), ReadTensors(graph, field: 2));
    }

    private static List<Quantization?> ReadTensors(Table graph, int field)
    {
        var result = new List<Quantization?>();
        int indices = Field(graph, field), tensors = Field(graph, field: 0);
        for (int i = 0; indices != 0 && i < graph.__vector_len(indices); i++)
        {
            int tensor = graph.bb.GetInt(graph.__vector(indices) + 4 * i);
            result.Add(ReadQuantization(TableAt(graph, tensors, tensor)));
        }
        return result;
    }

    private static Quantization? ReadQuantization(Table tensor)
    {
        int field = Field(tensor, field: 4);
        if (field == 0)
            return null;
        var quantization = new Table(tensor.__indirect(field + tensor.bb_pos), tensor.bb);
        int scale = Field(quantization, field: 2), zeroPoint = Field(quantization, field: 3);
        if (scale == 0 || quantization.__vector_len(scale) != 1)
            return null;
        long zero = zeroPoint != 0 && quantization.__vector_len(zeroPoint) == 1
            ? quantization.bb.GetLong(quantization.__vector(zeroPoint)) : 0;
        float value = quantization.bb.GetFloat(quantization.__vector(scale));
        return value == 0 ? null : new Quantization(value, zero);
    }

    /// <summary>The place of a field inside its table, 0 when it is absent.</summary>
    private static int Field(Table table, int field) => table.__offset(4 + 2 * field);

    private static Table TableAt(Table owner, int vector, int index) =>
        new(owner.__indirect(owner.__vector(vector) + 4 * index), owner.bb);
}
