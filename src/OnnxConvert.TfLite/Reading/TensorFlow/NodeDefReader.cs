using Google.Protobuf;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Reading;

/// <summary>
/// The options of a Flex operator, which is an operator of TensorFlow: a FlexBuffer vector of its name and its NodeDef, a
/// protocol buffer message (tensorflow/core/framework/node_def.proto) whose attributes become those of the node.
/// </summary>
internal static class NodeDefReader
{
    private const string Prefix = "Flex";
    private const int AttributesField = 5;
    private const int KeyField = 1;
    private const int ValueField = 2;

    /// <summary>Reads the attributes, if the options are of this form.</summary>
    /// <param name="customCode">The name of the custom operator: <c>Flex</c> and TensorFlow's name.</param>
    /// <param name="options">The custom options.</param>
    /// <param name="to">Gets the attributes. Bools are integers, types have ONNX's numbers, shapes are lists of sizes with -1 for open ones.</param>
    /// <returns>False when the operator only happens to be called so.</returns>
    /// <exception cref="InvalidModelException">The NodeDef is broken.</exception>
    public static bool TryRead(string customCode, ReadOnlyMemory<byte> options, NodeAttributes to)
    {
        if (FindNodeDef(customCode, options) is not { } bytes)
            return false;
        try
        {
            ProtoMessage.Read(UnsafeByteOperations.UnsafeWrap(bytes), (number, isPacked, input) =>
            {
                if (number != AttributesField || !isPacked)
                    return false;
                ReadEntry(input.ReadBytes(), to);
                return true;
            });
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidModelException($"The options of {customCode} are no NodeDef: its bytes are no protocol buffer message.", e);
        }

        return true;
    }

    private static ReadOnlyMemory<byte>? FindNodeDef(string customCode, ReadOnlyMemory<byte> options)
    {
        if (!customCode.StartsWith(Prefix, StringComparison.Ordinal) || options.IsEmpty)
            return null;
        FlexValue root = FlexValue.Parse(options);
        ReadOnlyMemory<byte> bytes = default;
        bool isNodeDef = root is { Type: FlexType.Vector, Count: 2 }
            && root[0].TryGetString(out string name) && name.AsSpan().SequenceEqual(customCode.AsSpan(Prefix.Length))
            && root[1].TryGetBlob(out bytes);
        return isNodeDef ? bytes : default(ReadOnlyMemory<byte>?);
    }

    private static void ReadEntry(ByteString entry, NodeAttributes to)
    {
        string name = "";
        ByteString value = ByteString.Empty;
        ProtoMessage.Read(entry, (number, isPacked, input) =>
        {
            if (!isPacked || number is not (KeyField or ValueField))
                return false;
            if (number == KeyField)
                name = input.ReadString();
            else
                value = input.ReadBytes();
            return true;
        });
        // An underscore marks what TensorFlow keeps for itself.
        if (name.Length > 0 && name[0] != '_' && new AttrValueReader(name).Read(value) is { } attribute)
            to.Set(attribute);
    }
}
