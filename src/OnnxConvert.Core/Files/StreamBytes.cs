namespace OnnxConvert.Files;

/// <summary>Reads streams whole, into memory that models keep views of.</summary>
public static class StreamBytes
{
    /// <summary>The bytes from the present position to the end, in memory that is hardly longer. The stream stays open.</summary>
    /// <param name="stream">The stream; up to 2 GB.</param>
    /// <exception cref="IOException">The stream cannot be read, or is too long.</exception>
    public static ReadOnlyMemory<byte> ReadToEnd(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        long known = stream.CanSeek ? Math.Max(0, stream.Length - stream.Position) : 0;
        if (known > Array.MaxLength)
            throw new IOException($"The stream has {known} bytes; up to {Array.MaxLength} can be read. Models that are longer are read from a path.");
        var buffer = new MemoryStream((int)known);
        stream.CopyTo(buffer);
        bool isLoose = buffer.Length < buffer.Capacity / 8 * 7L;
        return isLoose ? buffer.ToArray() : buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
