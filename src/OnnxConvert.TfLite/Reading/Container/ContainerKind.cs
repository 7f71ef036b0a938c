using System.Text;
using OnnxConvert.Files;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Tells a TFLite FlatBuffer from what is mistaken for one, by the first bytes.</summary>
internal static class ContainerKind
{
    private static ReadOnlySpan<byte> Identifier => "TFL3"u8;

    public static bool IsModel(ReadOnlySpan<byte> start) => start.Length >= 8 && start.Slice(4, 4).SequenceEqual(Identifier);

    /// <exception cref="InvalidModelException">The file is not a TFLite model.</exception>
    /// <exception cref="UnsupportedModelException">The file is a bundle of models.</exception>
    public static void Check(ReadOnlySpan<byte> file)
    {
        if (TfLiteBundle.IsBundle(file))
            throw new UnsupportedModelException("The file is a bundle of models in a bundle; take the inner one out of it, and open that.");
        StandIns.Refuse(file);
        if (file.Length < 8)
            throw new InvalidModelException($"The file has {file.Length} bytes; a TFLite model has at least 8.");
        if (!IsModel(file))
            throw new InvalidModelException($"The file is no TFLite model: bytes 4 to 7 are {Describe(file.Slice(4, 4))} and would have to be \"TFL3\".");
    }

    private static string Describe(ReadOnlySpan<byte> bytes)
    {
        bool isText = !bytes.ContainsAnyExceptInRange((byte)0x20, (byte)0x7e);
        return isText ? $"\"{Encoding.ASCII.GetString(bytes)}\"" : Convert.ToHexString(bytes);
    }
}
