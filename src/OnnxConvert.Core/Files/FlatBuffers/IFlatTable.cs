using System.Diagnostics.CodeAnalysis;

namespace OnnxConvert.Files.FlatBuffers;

/// <summary>A generated accessor. The names are those that flatc writes.</summary>
[SuppressMessage("Naming", "CA1707:Identifiers should not contain underscores", Justification = "Generated code has these names.")]
public interface IFlatTable
{
    /// <summary>The buffer that has the table.</summary>
    FlatBuffer ByteBuffer { get; }

    /// <summary>Makes the accessor that of the table at a place.</summary>
    void __init(int position, FlatBuffer buffer);
}

/// <summary>The place of a vector of bytes in its <see cref="FlatBuffer"/>.</summary>
/// <param name="Offset">The first byte.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct FlatVector(int Offset, int Count);
