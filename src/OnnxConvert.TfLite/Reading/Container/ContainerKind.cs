using System.Text;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Tells a TFLite FlatBuffer from what is mistaken for one, by the first bytes.</summary>
internal static class ContainerKind
{
    private static ReadOnlySpan<byte> Identifier => "TFL3"u8;

    /// <exception cref="InvalidModelException">The file is not a TFLite model.</exception>
    /// <exception cref="UnsupportedModelException">The file is a bundle of models.</exception>
    public static void Check(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("PK\x03\x04"u8))
            throw new UnsupportedModelException("The file is a ZIP bundle (such as a .task file). Extract the .tflite models in it and convert those.");
        if (file.StartsWith("LITERTLM"u8))
            throw new UnsupportedModelException("The file is a LiteRT-LM bundle (.litertlm). Extract the .tflite models in it and convert those.");
        if (file.StartsWith("version https://git-lfs"u8))
            throw new InvalidModelException("The file is a Git LFS pointer, not the model itself: fetch it with 'git lfs pull'.");
        if (file.Length < 8)
            throw new InvalidModelException($"The file has {file.Length} bytes; a TFLite model has at least 8.");
        if (!file.Slice(4, 4).SequenceEqual(Identifier))
            throw new InvalidModelException($"The file is no TFLite model: bytes 4 to 7 are {Describe(file.Slice(4, 4))} and would have to be \"TFL3\".");
    }

    private static string Describe(ReadOnlySpan<byte> bytes)
    {
        bool isText = !bytes.ContainsAnyExceptInRange((byte)0x20, (byte)0x7e);
        return isText ? $"\"{Encoding.ASCII.GetString(bytes)}\"" : Convert.ToHexString(bytes);
    }
}
