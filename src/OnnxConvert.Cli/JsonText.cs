using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OnnxConvert.Cli;

/// <summary>JSON on standard output.</summary>
internal static class JsonText
{
    // Formulas hold '·' and '≤'; as they are, since nothing here ends up inside HTML.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Terminal terminal, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            write(json);
        terminal.Out.Profile.Out.Writer.WriteLine(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }
}
