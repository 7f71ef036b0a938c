using Google.Protobuf;

namespace OnnxConvert.Testing.Running;

/// <summary>Nodes of an .onnx file's main graph, counted in the file itself.</summary>
/// <remarks>Field numbers: ModelProto.graph 7, GraphProto.node 1, NodeProto.op_type 4.</remarks>
public sealed record NodeCounts(int Nodes, int Transposes, int QuantizeDequantize)
{
    public static NodeCounts Of(byte[] onnx)
    {
        int nodes = 0, transposes = 0, quantizeDequantize = 0;
        foreach (var graph in Messages(onnx, field: 7))
        {
            foreach (var node in Messages(graph, field: 1))
            {
                nodes++;
                foreach (var type in Messages(node, field: 4))
                {
                    transposes += type.AsSpan().SequenceEqual("Transpose"u8) ? 1 : 0;
                    quantizeDequantize += type.AsSpan().EndsWith("quantizeLinear"u8) || type.AsSpan().SequenceEqual("QuantizeLinear"u8) ? 1 : 0;
                }
            }
        }
        return new NodeCounts(nodes, transposes, quantizeDequantize);
    }

    private static IEnumerable<byte[]> Messages(byte[] message, int field)
    {
        var input = new CodedInputStream(message);
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == field)
                yield return input.ReadBytes().ToByteArray();
            else
                input.SkipLastField();
        }
    }
}
