// Writes everything in src/OnnxConvert.TfLite that follows from the TFLite schema alone:
//
//   dotnet run tools/generate-tflite-schema.cs -- PATH_TO/tflite-schema.json
//
// The JSON lists the enums, unions and tables with the field ids and defaults. flatc 2.0.8 or later must be on the PATH.
// Written: Schema/tflite.fbs, Schema/TfLiteSchema.g.cs (by flatc), Schema/SchemaLayout.g.cs, Schema/OperatorOptions.g.cs, TfLiteOps.g.cs.

using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run tools/generate-tflite-schema.cs -- PATH_TO/tflite-schema.json");
    return 2;
}

string target = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "src", "OnnxConvert.TfLite");
string schemaFolder = Path.Combine(target, "Schema");
Directory.CreateDirectory(schemaFolder);
var schema = Schema.Parse(File.ReadAllText(args[0]));

string fbs = Path.Combine(schemaFolder, "tflite.fbs");
File.WriteAllText(fbs, FbsText.Write(schema));
File.WriteAllText(Path.Combine(schemaFolder, "TfLiteSchema.g.cs"), Flatc.Compile(fbs));
File.WriteAllText(Path.Combine(schemaFolder, "SchemaLayout.g.cs"), LayoutText.Write(schema));
File.WriteAllText(Path.Combine(schemaFolder, "OperatorOptions.g.cs"), OptionsText.Write(schema));
File.WriteAllText(Path.Combine(target, "TfLiteOps.g.cs"), OpsText.Write(schema));
return 0;

static string ThisFile([CallerFilePath] string path = "") => path;

internal sealed record Field(string Name, string Type, string Kind, int Id, int? TypeId, string? Default, bool Deprecated)
{
    public string Element => Type.Trim('[', ']');
}

internal sealed record Table(string Name, Field[] Fields);

internal sealed record Member(string Name, int Value);

internal sealed record Enumeration(string Name, string Underlying, Member[] Members);

internal sealed record Schema(Enumeration[] Enums, Enumeration[] Unions, Table[] Tables)
{
    public static Schema Parse(string json)
    {
        var root = JsonDocument.Parse(json).RootElement;
        return new Schema(
            [.. root.GetProperty("enums").EnumerateArray().Select(e => ParseEnum(e, "underlying"))],
            [.. root.GetProperty("unions").EnumerateArray().Select(e => ParseEnum(e, "type_field_underlying"))],
            [.. root.GetProperty("tables").EnumerateArray().Select(ParseTable)]);
    }

    public int TableIndex(string name) => Array.FindIndex(Tables, t => t.Name == name);

    public int UnionIndex(string name) => Array.FindIndex(Unions, u => u.Name == name);

    public int SizeOf(string type) => type switch
    {
        "bool" or "byte" or "ubyte" => 1,
        "short" or "ushort" => 2,
        "int" or "int32" or "uint" or "float" => 4,
        "long" or "ulong" or "double" => 8,
        _ => SizeOf(Enums.Single(e => e.Name == type).Underlying),
    };

    private static Enumeration ParseEnum(JsonElement e, string underlying) => new(
        e.GetProperty("name").GetString()!,
        e.GetProperty(underlying).GetString()!,
        [.. e.GetProperty("members").EnumerateArray().Select(m => new Member(m.GetProperty("name").GetString()!, m.GetProperty("value").GetInt32()))]);

    private static Table ParseTable(JsonElement t) => new(
        t.GetProperty("name").GetString()!,
        [.. t.GetProperty("fields").EnumerateArray().Select(ParseField).OrderBy(f => f.Id)]);

    private static Field ParseField(JsonElement f) => new(
        f.GetProperty("name").GetString()!,
        f.GetProperty("type").GetString()!,
        f.GetProperty("kind").GetString()!,
        f.GetProperty("id").GetInt32(),
        f.TryGetProperty("type_id", out var typeId) ? typeId.GetInt32() : null,
        f.TryGetProperty("default_name", out var name) ? name.GetString() : f.GetProperty("default").ToString() is { Length: > 0 } text ? text.ToLowerInvariant() : null,
        f.GetProperty("deprecated").GetBoolean());
}

/// <summary>The schema as text in FlatBuffers' own language.</summary>
internal static class FbsText
{
    public static string Write(Schema schema)
    {
        var text = new StringBuilder("// Written by: dotnet run tools/generate-tflite-schema.cs -- PATH_TO/tflite-schema.json\n\n");
        text.Append("namespace OnnxConvert.TfLite.Schema;\n\nfile_identifier \"TFL3\";\nfile_extension \"tflite\";\n");
        foreach (var e in schema.Enums)
            text.Append($"\nenum {e.Name} : {e.Underlying} {{\n  {string.Join(",\n  ", e.Members.Select(m => $"{m.Name} = {m.Value}"))}\n}}\n");
        foreach (var u in schema.Unions)
            text.Append($"\nunion {u.Name} {{\n  {string.Join(",\n  ", u.Members.Where(m => m.Value != 0).Select(m => m.Name))}\n}}\n");
        foreach (var t in schema.Tables)
        {
            text.Append($"\ntable {t.Name} {{\n");
            foreach (var f in t.Fields)
                text.Append($"  {f.Name}: {f.Type}{(f.Default is null ? "" : " = " + f.Default)} ({(f.Deprecated ? "deprecated, " : "")}id: {f.Id});\n");
            text.Append("}\n");
        }

        return text.Append("\nroot_type Model;\n").ToString();
    }
}

/// <summary>Runs flatc and fits its C# to the Google.FlatBuffers package and to this project.</summary>
internal static class Flatc
{
    public static string Compile(string fbs)
    {
        string folder = Directory.CreateTempSubdirectory("tflite-schema").FullName;
        using var flatc = Process.Start("flatc", ["--csharp", "--gen-onefile", "-o", folder, fbs]);
        flatc.WaitForExit();
        if (flatc.ExitCode != 0)
            throw new InvalidOperationException($"flatc ended with exit code {flatc.ExitCode}.");

        string text = File.ReadAllText(Directory.GetFiles(folder, "*.cs").Single());
        Directory.Delete(folder, recursive: true);

        // flatc 2.0.8 names its own version and the namespace that the package had then.
        text = Regex.Replace(text, @"FLATBUFFERS_\d+_\d+_\d+", "FLATBUFFERS_25_2_10").Replace("global::FlatBuffers", "global::Google.FlatBuffers", StringComparison.Ordinal);
        // The package reads arrays only; tables are read where they lie, by Core's own types.
        text = text.Replace("using global::Google.FlatBuffers;\n", "using global::Google.FlatBuffers;\nusing ByteBuffer = global::OnnxConvert.Files.FlatBuffers.FlatBuffer;\nusing IFlatbufferObject = global::OnnxConvert.Files.FlatBuffers.IFlatTable;\nusing Struct = global::OnnxConvert.Files.FlatBuffers.FlatTable;\nusing Table = global::OnnxConvert.Files.FlatBuffers.FlatTable;\n", StringComparison.Ordinal);
        text = text.Replace("ArraySegment<byte>?", "global::OnnxConvert.Files.FlatBuffers.FlatVector?", StringComparison.Ordinal);
        text = Regex.Replace(text, @"^public (struct|enum|class)", "internal $1", RegexOptions.Multiline);
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("// <auto-generated>\n", Header.Command + "// <auto-generated>\n", StringComparison.Ordinal);
        return "#nullable disable\n#pragma warning disable\n" + text;
    }
}

internal static class Header
{
    public const string Command = "// Made by: dotnet run tools/generate-tflite-schema.cs -- PATH_TO/tflite-schema.json\n";
    public const string Text = "// <auto-generated/>\n" + Command + "#nullable enable\n\n";
}

/// <summary>What the verifier needs to know about each table: the kind of every field, in tables of bytes.</summary>
internal static class LayoutText
{
    public static string Write(Schema schema)
    {
        var starts = new List<int>();
        var fields = new List<string>();
        foreach (var table in schema.Tables)
        {
            starts.Add(fields.Count);
            int count = table.Fields.Length == 0 ? 0 : table.Fields.Max(f => f.Id) + 1;
            var cells = Enumerable.Repeat("0, 0", count).ToArray();
            foreach (var field in table.Fields)
                cells[field.Id] = table.Name == "Buffer" && field.Name == "data" ? "7, 1" : Cell(schema, field);
            foreach (var field in table.Fields.Where(f => f.TypeId is not null))
                cells[field.TypeId!.Value] = "1, 1";
            fields.AddRange(cells);
        }

        starts.Add(fields.Count);
        var unionStarts = schema.Unions.Select((_, i) => schema.Unions.Take(i).Sum(u => u.Members.Length)).Append(schema.Unions.Sum(u => u.Members.Length));
        var members = schema.Unions.SelectMany(u => u.Members.OrderBy(m => m.Value).Select(m => m.Value == 0 ? 0 : schema.TableIndex(m.Name)));
        var text = new StringBuilder(Header.Text);
        text.Append("using System;\nusing OnnxConvert.Files.FlatBuffers;\n\nnamespace OnnxConvert.TfLite.Schema;\n\n");
        text.Append("/// <summary>The tables of the schema, as the structural verifier walks them.</summary>\ninternal sealed class SchemaLayout : FlatBufferLayout\n{\n");
        text.Append("    public static SchemaLayout Instance { get; } = new();\n\n");
        text.Append($"    public override int Root => {schema.TableIndex("Model")};\n\n");
        text.Append($"    protected override ReadOnlySpan<ushort> Starts =>\n    [\n        {Rows(starts.Select(s => s.ToString()), 20)}\n    ];\n\n");
        text.Append($"    protected override ReadOnlySpan<byte> Fields =>\n    [\n        {Rows(fields, 12)}\n    ];\n\n");
        text.Append($"    protected override ReadOnlySpan<byte> UnionStarts => [{string.Join(", ", unionStarts)}];\n\n");
        text.Append($"    protected override ReadOnlySpan<byte> UnionMembers =>\n    [\n        {Rows(members.Select(m => m.ToString()), 20)}\n    ];\n\n");
        text.Append($"    protected override string Names =>\n        \"{string.Join("\\n\" +\n        \"", schema.Tables.Select(NameLine))}\";\n}}\n");
        return text.ToString();
    }

    private static string Cell(Schema schema, Field field) => field.Kind switch
    {
        "scalar" or "enum" => $"1, {schema.SizeOf(field.Type)}",
        "string" => "2, 1",
        "table" => $"4, {schema.TableIndex(field.Type)}",
        "union" => $"6, {schema.UnionIndex(field.Type)}",
        "vector" when schema.TableIndex(field.Element) is >= 0 and var table => $"5, {table}",
        "vector" => $"3, {schema.SizeOf(field.Element)}",
        _ => throw new InvalidOperationException($"No layout for {field}."),
    };

    private static string NameLine(Table table)
    {
        var names = Enumerable.Repeat("-", table.Fields.Length == 0 ? 0 : table.Fields.Max(f => f.Id) + 1).ToArray();
        foreach (var field in table.Fields)
        {
            names[field.Id] = field.Name;
            if (field.TypeId is { } typeId)
                names[typeId] = field.Name + "_type";
        }

        return string.Join(' ', names.Prepend(table.Name));
    }

    private static string Rows(IEnumerable<string> cells, int perRow) =>
        string.Join(",\n        ", cells.Chunk(perRow).Select(row => string.Join(", ", row)));
}

/// <summary>One function per options table, which turns it into attributes named as the schema's fields.</summary>
internal static class OptionsText
{
    public static string Write(Schema schema)
    {
        var text = new StringBuilder(Header.Text);
        text.Append("namespace OnnxConvert.TfLite.Schema;\n\n");
        text.Append("/// <summary>An operator's options tables as attributes. A table that is absent sets none; one that is present sets every field,\n");
        text.Append("/// defaults included, except vectors and strings that are absent themselves.</summary>\ninternal static class OperatorOptions\n{\n");
        var first = schema.Unions.Single(u => u.Name == "BuiltinOptions");
        var second = schema.Unions.Single(u => u.Name == "BuiltinOptions2");
        WriteSwitch(text, schema, first, "Read", "BuiltinOptions");
        WriteSwitch(text, schema, second, "Read2", "BuiltinOptions2");
        foreach (var member in first.Members.Concat(second.Members).Where(m => m.Value != 0))
            WriteTable(text, schema, schema.Tables[schema.TableIndex(member.Name)]);
        text.Length--;
        return text.Append("}\n").ToString();
    }

    private static void WriteSwitch(StringBuilder text, Schema schema, Enumeration union, string method, string accessor)
    {
        text.Append($"    public static void {method}(Operator source, OptionAttributes to)\n    {{\n        switch (source.{accessor}Type)\n        {{\n");
        foreach (var member in union.Members.Where(m => m.Value != 0 && Read(schema.Tables[schema.TableIndex(m.Name)]).Any()))
            text.Append($"            case {union.Name}.{member.Name} when source.{accessor}<{member.Name}>() is {{ }} o: {member.Name}(o, to); break;\n");
        text.Append("        }\n    }\n\n");
    }

    private static IEnumerable<Field> Read(Table table) => table.Fields.Where(f => !f.Deprecated);

    private static void WriteTable(StringBuilder text, Schema schema, Table table)
    {
        if (!Read(table).Any())
            return;

        text.Append($"    private static void {table.Name}({table.Name} from, OptionAttributes to)\n    {{\n");
        foreach (var field in Read(table))
            text.Append($"        to.{Call(schema, field)};\n");
        text.Append("    }\n\n");
    }

    private static string Call(Schema schema, Field field)
    {
        string name = Pascal(field.Name);
        return (field.Kind, field.Element) switch
        {
            ("scalar", "float") => $"Float(\"{field.Name}\", from.{name})",
            ("scalar", "bool") => $"Int(\"{field.Name}\", from.{name} ? 1 : 0)",
            ("scalar" or "enum", _) => $"Int(\"{field.Name}\", (long)from.{name})",
            ("string", _) => $"String(\"{field.Name}\", from.{name})",
            ("vector", "float") => $"Floats(\"{field.Name}\", from.Get{name}Array())",
            ("vector", "ubyte") => $"Bytes(\"{field.Name}\", from.Get{name}Array())",
            ("vector", _) => $"Ints(\"{field.Name}\", from.Get{name}Array())",
            _ => throw new InvalidOperationException($"No attribute form for {field}."),
        };
    }

    private static string Pascal(string snake) => string.Concat(snake.Split('_').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
}

/// <summary>The public list of operator names.</summary>
internal static class OpsText
{
    // Words whose capitals do not follow from the upper-case name.
    private static readonly Dictionary<string, string> Words = new()
    {
        ["2D"] = "2D", ["3D"] = "3D", ["V2"] = "V2", ["V3"] = "V3", ["V4"] = "V4", ["STABLEHLO"] = "StableHlo", ["TOPK"] = "TopK", ["PADV2"] = "PadV2", ["RFFT2D"] = "Rfft2D", ["RELU"] = "Relu",
        ["RELU6"] = "Relu6", ["LSTM"] = "Lstm", ["RNN"] = "Rnn", ["ARGMAX"] = "ArgMax", ["HASHTABLE"] = "HashTable", ["PRELU"] = "PRelu", ["CUMSUM"] = "CumSum",
        ["MATMUL"] = "MatMul", ["LOGSOFTMAX"] = "LogSoftmax", ["ND"] = "Nd", ["ATAN2"] = "Atan2", ["DIMS"] = "Dims",
    };

    public static string Write(Schema schema)
    {
        var operators = schema.Enums.Single(e => e.Name == "BuiltinOperator").Members;
        var text = new StringBuilder(Header.Text);
        text.Append("namespace OnnxConvert.TfLite;\n\n/// <summary>The names that TFLite operators have in the source graph: the schema's own, one per builtin operator.</summary>\n");
        text.Append("public static partial class TfLiteOps\n{\n");
        foreach (var op in operators)
            text.Append($"    /// <summary>Builtin operator {op.Value}, <c>{op.Name}</c>.</summary>\n    public const string {Identifier(op.Name)} = \"{op.Name}\";\n\n");
        text.Append("    private static readonly string[] Names =\n    [\n");
        for (int i = 0; i < operators.Length; i++)
        {
            if (operators[i].Value != i)
                throw new InvalidOperationException("Operator codes are expected to have no gaps.");
            text.Append($"        {Identifier(operators[i].Name)},\n");
        }

        return text.Append("    ];\n}\n").ToString();
    }

    private static string Identifier(string name) =>
        string.Concat(name.Split('_').Select(w => Words.TryGetValue(w, out string? known) ? known : w[0] + w[1..].ToLowerInvariant()));
}
