using System.Globalization;
using OnnxConvert.Files;
using OnnxConvert.Files.FlatBuffers;
using OnnxConvert.Ir;
using OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Reading;

/// <summary>The bytes of an ORT file, its root table, and the file of external data beside it.</summary>
internal sealed class OrtFile : IDisposable
{
    private static ReadOnlySpan<byte> Identifier => "ORTM"u8;

    private readonly string? _externalDataPath;
    private MappedFile? _externalData;

    /// <param name="bytes">The file.</param>
    /// <param name="externalDataPath">Where external data would lie; null if there is no such place.</param>
    public OrtFile(ReadOnlyMemory<byte> bytes, string? externalDataPath)
    {
        StandIns.Refuse(bytes.Span);
        if (bytes.Length < 8 || !bytes.Span.Slice(4, 4).SequenceEqual(Identifier))
            throw new InvalidModelException("The file is no ORT format model: it lacks the identifier ORTM in bytes 4 to 7.");
        _externalDataPath = externalDataPath;
        Root = InferenceSession.GetRootAsInferenceSession(FlatBufferVerifier.Open(SchemaLayout.Instance, bytes));
        Version = ReadVersion(Root.OrtVersion);
    }

    /// <summary>The root table; the verifier has seen all that it leads to.</summary>
    public InferenceSession Root { get; }

    /// <summary>The version of the format, 1 to 6.</summary>
    public int Version { get; }

    /// <summary>A view of a vector of bytes that a generated accessor gave.</summary>
    public ReadOnlyMemory<byte> View(FlatVector vector) => Root.ByteBuffer.View(vector);

    /// <summary>The bytes of the strings of a vector field, which need not be UTF-8.</summary>
    /// <param name="table">The table that has the field.</param>
    /// <param name="id">The id of the field.</param>
    public ReadOnlyMemory<byte>[] Strings(FlatTable table, int id)
    {
        int offset = table.__offset(4 + (2 * id));
        if (offset == 0)
            return [];
        int vector = table.__vector(offset);
        var strings = new ReadOnlyMemory<byte>[table.__vector_len(offset)];
        for (int i = 0; i < strings.Length; i++)
        {
            int at = table.__indirect(vector + (4 * i));
            strings[i] = View(new FlatVector(at + 4, table.bb.GetInt(at)));
        }

        return strings;
    }

    /// <summary>The file of external data.</summary>
    /// <exception cref="UnsupportedModelException">There is no such file, or it was not said where it would be.</exception>
    public MappedFile ExternalData(string tensor)
    {
        if (_externalDataPath is null)
            throw new UnsupportedModelException($"Tensor '{tensor}' lies in a file of external data; load the model from a path, with that file beside it.");
        if (!File.Exists(_externalDataPath))
            throw new UnsupportedModelException($"Tensor '{tensor}' lies in the file of external data '{_externalDataPath}', which is not there.");
        if (_externalData is null)
        {
            _externalData = MappedFile.Open(_externalDataPath);
            StandIns.Refuse(_externalData, $"The external data file '{_externalDataPath}' of tensor '{tensor}'");
        }

        return _externalData;
    }

    /// <summary>Makes the model the owner of the file of external data.</summary>
    public void GiveTo(Ir.Model model)
    {
        if (_externalData is not null)
            model.Own(_externalData);
        _externalData = null;
    }

    /// <summary>Lets the file of external data go, if nobody was given it.</summary>
    public void Dispose() => _externalData?.Dispose();

    private static int ReadVersion(string? text)
    {
        if (text is null)
            throw new InvalidModelException("The ORT format model states no format version.");
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int version) || version < OrtModel.MinFormatVersion)
            throw new InvalidModelException($"The ORT format model states the format version '{text}', which is none.");
        return version <= OrtModel.MaxFormatVersion
            ? version
            : throw new UnsupportedModelException($"The ORT format model has the format version {version}; versions {OrtModel.MinFormatVersion} to {OrtModel.MaxFormatVersion} are supported.");
    }
}
