namespace OnnxConvert.Files.Reading;

/// <summary>The messages of an ONNX file that lead to payloads.</summary>
internal enum MessageKind
{
    None,
    Model,
    Graph,
    Node,
    Attribute,
    Tensor,
    SparseTensor,
    Function,
    /// <summary>Bytes that are read through a view of the file.</summary>
    Payload,
}

internal static class MessageKinds
{
    /// <summary>What a field holds.</summary>
    /// <param name="kind">The message that has the field.</param>
    /// <param name="tag">The field's number, shifted left by 3, with its wire type.</param>
    public static MessageKind Inner(MessageKind kind, uint tag) => (kind, tag >> 3) switch
    {
        // What is trained with (training_info) is kept as it is, so that it is no way to a payload.
        (MessageKind.Model, 7) => MessageKind.Graph,
        (MessageKind.Model, 25) => MessageKind.Function,
        (MessageKind.Graph, 1) or (MessageKind.Function, 7) => MessageKind.Node,
        (MessageKind.Graph, 5) => MessageKind.Tensor,
        (MessageKind.Graph, 15) => MessageKind.SparseTensor,
        (MessageKind.Node, 5) or (MessageKind.Function, 11) => MessageKind.Attribute,
        (MessageKind.Attribute, 4) => MessageKind.Payload,
        (MessageKind.Attribute, 5 or 10) => MessageKind.Tensor,
        (MessageKind.Attribute, 6 or 11) => MessageKind.Graph,
        (MessageKind.Attribute, 22 or 23) => MessageKind.SparseTensor,
        (MessageKind.SparseTensor, 1 or 2) => MessageKind.Tensor,
        (MessageKind.Tensor, 9) => MessageKind.Payload,
        _ => MessageKind.None,
    };
}
