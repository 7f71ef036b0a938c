namespace OnnxConvert.TfLite.Reading;

/// <summary>The model's buffers: the contents of constants, metadata and long custom options.</summary>
internal sealed class BufferTable(TfLiteFile file)
{
    /// <summary>The contents of a buffer, or null when it has none: its tensor is computed at run time.</summary>
    /// <param name="index">The buffer's index; 0 is the buffer of tensors without contents.</param>
    /// <param name="owner">Who refers to it, for the message.</param>
    /// <exception cref="InvalidModelException">There is no such buffer, or its contents lie outside the file.</exception>
    public ReadOnlyMemory<byte>? Contents(uint index, string owner)
    {
        if (index == 0)
            return null;
        if (index >= file.Root.BuffersLength)
            throw new InvalidModelException($"{owner} refers to buffer {index}; the model has {file.Root.BuffersLength} buffers.");

        var buffer = file.Root.Buffers((int)index)!.Value;
        // An offset of 1 is what converters write before they know the place; it stands for nothing.
        if (buffer.Offset > 1)
            return file.Slice(buffer.Offset, buffer.Size, $"Buffer {index} of {owner}");
        if (buffer.GetDataBytes() is { } data)
            return file.View(data);
        return null;
    }
}
