using System.Text;
using OnnxConvert.Ir;

namespace OnnxConvert.Files;

/// <summary>Tells by its first bytes what is often found where a model file should be.</summary>
public static class StandIns
{
    private const int StartLength = 512;
    private const string LfsPointer = "a Git LFS pointer, not the file itself: fetch that with 'git lfs pull'";
    private const string WebPage = "a web page, not the file itself: download that anew";

    /// <summary>What a file is in place of a model, and what to do about it; null if it is none of what is known.</summary>
    /// <param name="file">The file, or the first few hundred bytes of it.</param>
    public static string? Describe(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("version https://git-lfs"u8))
            return LfsPointer;
        ReadOnlySpan<byte> text = WithoutMargin(file);
        return StartsWith(text, "<!doctype html"u8) || StartsWith(text, "<html"u8) ? WebPage : null;
    }

    /// <summary>Refuses a file that is known to be none of a model's.</summary>
    /// <param name="file">The file, or the first few hundred bytes of it.</param>
    /// <param name="name">What the message calls it.</param>
    /// <exception cref="InvalidModelException">It stands in for something else.</exception>
    public static void Refuse(ReadOnlySpan<byte> file, string name = "The file")
    {
        if (Describe(file) is { } description)
            throw new InvalidModelException($"{name} is {description}.");
    }

    /// <summary>Refuses a file beside a model that is known to be none of tensors.</summary>
    /// <param name="file">The file, of which the start is looked at.</param>
    /// <param name="name">What the message calls it.</param>
    /// <exception cref="InvalidModelException">It stands in for something else.</exception>
    public static void Refuse(MappedFile file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        Refuse(file.Slice(0, (int)Math.Min(file.Length, StartLength)).Span, name);
    }

    private static ReadOnlySpan<byte> WithoutMargin(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> byteOrderMark = [0xEF, 0xBB, 0xBF];
        return (file.StartsWith(byteOrderMark) ? file[byteOrderMark.Length..] : file).TrimStart(" \t\r\n"u8);
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start) =>
        text.Length >= start.Length && Ascii.EqualsIgnoreCase(text[..start.Length], start);
}
