#:package Microsoft.ML.OnnxRuntime
#:project ../src/OnnxConvert.Core/OnnxConvert.Core.csproj
#:property PublishAot=false
#:property NoWarn=CS1591;CA1305;CA1303;CA1031;CA2007
// Makes src/OnnxConvert.OrtFormat/Usability/StockKernelData.g.cs by asking stock ONNX Runtime itself:
//     dotnet run tools/generate-stock-kernels.cs
// For every operator version, a model of one node is loaded for one type after the other. Where the first combination of
// types that loads is found, each type variable is varied by itself.

using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.ML.OnnxRuntime;
using OnnxConvert;
using OnnxConvert.Ir;

var schemas = OperatorSchemas.All()
    .Where(schema => !schema.IsDeprecated && schema.Domain is "" or "ai.onnx.ml" && (args.Length == 0 || args.Contains(schema.Name)))
    .ToArray();
var found = new ConcurrentDictionary<OperatorSchema, string>();
int done = 0;
Parallel.ForEach(schemas, new ParallelOptions { MaxDegreeOfParallelism = 2 }, schema =>
{
    if (Probe.Kernels(schema) is { } line)
        found[schema] = line;
    if (Interlocked.Increment(ref done) % 50 == 0)
        Console.Error.WriteLine($"{done} of {schemas.Length}");
});

var sets = new List<string>();
var lines = new List<string>();
foreach (OperatorSchema schema in schemas)
{
    if (!found.TryGetValue(schema, out string? line))
        continue;
    string[] fields = line.Length == 0 ? [] : line.Split(';');
    lines.Add($"{schema.Domain}|{schema.Name}|{schema.SinceVersion}|{string.Join(';', fields.Select(Interned))}");
}

string target = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "src", "OnnxConvert.OrtFormat", "Usability", "StockKernelData.g.cs");
var text = new StringBuilder();
text.Append(CultureInfo.InvariantCulture, $$"""
    // Made by: dotnet run tools/generate-stock-kernels.cs
    namespace OnnxConvert.OrtFormat;

    /// <summary>What stock ONNX Runtime {{OrtEnv.Instance().GetVersionString()}} loads on the CPU; a type variable that is not listed takes all types of the definition.</summary>
    internal static class StockKernelData
    {
        public const string Version = "{{OrtEnv.Instance().GetVersionString()}}";

        public const int NewestOpset = {{Probe.NewestOpset}};

        public const int NewestIrVersion = {{Probe.NewestIrVersion()}};


    """);
AppendTable("TypeSets", sets);
text.Append('\n');
AppendTable("Kernels", lines);
text.Append("}\n");
File.WriteAllText(target, text.ToString());
Console.WriteLine($"{lines.Count} of {schemas.Length} operator versions load, {sets.Count} type sets");

string Interned(string field)
{
    int equals = field.IndexOf('=', StringComparison.Ordinal);
    string set = field[(equals + 1)..];
    int index = sets.IndexOf(set);
    if (index < 0)
    {
        index = sets.Count;
        sets.Add(set);
    }

    return string.Create(CultureInfo.InvariantCulture, $"{field[..equals]}={index}");
}

void AppendTable(string name, List<string> rows)
{
    text.Append(CultureInfo.InvariantCulture, $"    public static ReadOnlySpan<byte> {name} => \"\"\"\n");
    foreach (string row in rows)
        text.Append(CultureInfo.InvariantCulture, $"        {row}\n");
    text.Append("        \"\"\"u8;\n");
}

static string ThisFile([CallerFilePath] string path = "") => path;

internal static class Probe
{
    public const int NewestOpset = 26;

    private const int OldestOpset = 7;
    private const int LargestSearch = 400;

    private static readonly string[] Preferred = ["tensor(float)", "tensor(int64)", "tensor(int32)", "tensor(uint8)", "tensor(bool)", "tensor(string)", "tensor(double)"];

    [ThreadStatic]
    private static int s_missingKernels;

    public static int NewestIrVersion()
    {
        OperatorSchema relu = OperatorSchemas.Find("", "Relu", 18)!;
        int version = 7;
        while (Loads(relu, new() { ["T"] = "tensor(float)" }, version + 1))
            version++;
        return version;
    }

    /// <summary>NAME=type,type;… for each type variable that the kernels choose by; empty where any do; null where nothing loads.</summary>
    public static string? Kernels(OperatorSchema schema)
    {
        if (schema.Domain.Length == 0 && schema.SinceVersion > NewestOpset)
            return null;
        if (schema.Attributes.Any(a => a.Kind is AttributeKind.Graph or AttributeKind.Graphs))
            return "";
        var variables = new Dictionary<string, IReadOnlyList<string>>();
        foreach (OperatorParameter parameter in schema.Inputs.Concat(schema.Outputs))
            variables[parameter.TypeVariable ?? parameter.Name] = [.. parameter.AllowedTypes.Where(type => Parse(type) is not null).OrderBy(Rank)];
        if (variables.Values.Any(types => types.Count == 0))
            return null;
        int missingKernels = s_missingKernels;
        if (FirstThatLoads(schema, variables) is not { } start)
        {
            // Not for want of a kernel, but of attributes that belong together: then the kernel counts as there.
            bool holds = schema.Domain.Length > 0 || SmallestOpset(schema) >= OldestOpset;
            return holds && s_missingKernels == missingKernels ? "" : null;
        }

        var fields = new List<string>();
        foreach ((string variable, IReadOnlyList<string> types) in variables)
        {
            string[] loading = [.. types.Where(type => LoadsSomehow(schema, variables, start, variable, type))];
            if (loading.Length < types.Count)
                fields.Add($"{variable}={string.Join(',', loading.Order(StringComparer.Ordinal))}");
        }

        return string.Join(';', fields);
    }

    /// <summary>Variables may depend on each other, as the types of a sequence and its elements; so others are varied with the one.</summary>
    private static bool LoadsSomehow(
        OperatorSchema schema, Dictionary<string, IReadOnlyList<string>> variables, Dictionary<string, string> start, string variable, string type)
    {
        if (Loads(schema, new(start) { [variable] = type }))
            return true;
        string element = Element(type);
        var alike = variables.ToDictionary(pair => pair.Key, pair => pair.Value.FirstOrDefault(other => Element(other) == element) ?? start[pair.Key]);
        if (Loads(schema, new(alike) { [variable] = type }))
            return true;
        return variables.Where(pair => pair.Key != variable)
            .Any(pair => pair.Value.Any(other => Loads(schema, new(start) { [variable] = type, [pair.Key] = other })));
    }

    private static string Element(string type) => type[(type.LastIndexOf('(') + 1)..].TrimEnd(')');

    private static int Rank(string type) => Array.IndexOf(Preferred, type) is var rank and >= 0 ? rank : Preferred.Length;

    private static Dictionary<string, string>? FirstThatLoads(OperatorSchema schema, Dictionary<string, IReadOnlyList<string>> variables)
    {
        string[] names = [.. variables.Keys];
        int[] choice = new int[names.Length];
        for (int tried = 0; tried < LargestSearch; tried++)
        {
            var types = names.Select((name, i) => (name, variables[name][choice[i]])).ToDictionary(pair => pair.name, pair => pair.Item2);
            if (Loads(schema, types))
                return types;
            int digit = 0;
            while (digit < choice.Length && ++choice[digit] == variables[names[digit]].Count)
                choice[digit++] = 0;
            if (digit == choice.Length)
                return null;
        }

        return null;
    }

    private static bool Loads(OperatorSchema schema, Dictionary<string, string> types, int irVersion = 0)
    {
        var graph = new Graph("g");
        var inputs = new List<Value?>();
        foreach (OperatorParameter parameter in schema.Inputs)
        {
            for (int i = 0; i < Math.Max(1, parameter.MinimumCount); i++)
                inputs.Add(graph.AddInput($"i{inputs.Count}", Parse(types[parameter.TypeVariable ?? parameter.Name])));
        }

        Node node = graph.AddNode(schema.Name, inputs, schema.Domain);
        foreach (OperatorAttribute attribute in schema.Attributes.Where(a => a.IsRequired))
            node.Attributes.Set(Filler(attribute, types));
        // An optional output may ask for more than inference, as those of BatchNormalization for training.
        foreach (OperatorParameter parameter in schema.Outputs.Where(p => p.Option != ParameterOption.Optional))
        {
            Value output = node.AddOutput($"o{node.Outputs.Count}", Parse(types[parameter.TypeVariable ?? parameter.Name]));
            graph.AddOutput(output);
        }

        if (schema.FindAttribute("to") is { } to && node.Outputs[0].Type is TensorType result)
            node.Attributes.Set(new NodeAttribute(to.Name, (long)result.ElementType));
        if (schema.FindAttribute("dtype") is { Kind: AttributeKind.Int } && node.Outputs[0].Type is TensorType typed)
            node.Attributes.Set(new NodeAttribute("dtype", (long)typed.ElementType));
        if (schema.Name == "SequenceEmpty" && node.Outputs[0].Type is SequenceType { Item: TensorType item })
            node.Attributes.Set(new NodeAttribute("dtype", (long)item.ElementType));
        if (schema.FindAttribute("output_dtype") is not null && node.Outputs[0].Type is TensorType quantized)
            node.Attributes.Set(new NodeAttribute("output_dtype", (long)quantized.ElementType));
        if (schema.Name == "ConstantOfShape" && node.Outputs[0].Type is TensorType filled)
            node.Attributes.Set(new NodeAttribute("value", TensorData.FromBytes(filled.ElementType, [1], new byte[filled.ElementType.ByteLength(1)])));
        var model = new Model(graph) { IrVersion = irVersion == 0 ? (schema.SinceVersion > 23 ? 13 : 10) : irVersion };
        model.OpsetImports[""] = schema.Domain.Length == 0 ? SmallestOpset(schema) : 18;
        if (schema.Domain.Length > 0)
            model.OpsetImports[schema.Domain] = schema.SinceVersion;
        using var stream = new MemoryStream();
        OnnxModel.Save(model, stream);
        return Loads(stream.ToArray());
    }

    /// <summary>The lowest opset that the runtime takes, 7, if the definition still holds there.</summary>
    private static int SmallestOpset(OperatorSchema schema) =>
        OperatorSchemas.Find(schema.Domain, schema.Name, OldestOpset)?.SinceVersion == schema.SinceVersion ? OldestOpset : schema.SinceVersion;

    private static bool Loads(byte[] model)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        try
        {
            using var session = new InferenceSession(model, options);
            return true;
        }
        catch (OnnxRuntimeException exception)
        {
            string message = exception.Message;
            if (Environment.GetEnvironmentVariable("PROBE_VERBOSE") is not null)
                Console.Error.WriteLine(message.Replace('\n', ' '));
            if (message.Contains("NotImplemented", StringComparison.Ordinal))
                s_missingKernels++;
            // The kernel is there, and complains about attributes or shapes; or only the C# binding has no word for a type.
            return message.Contains("Exception during initialization", StringComparison.Ordinal) || message.Contains("Unregistered TensorElementType", StringComparison.Ordinal);
        }
    }

    private static NodeAttribute Filler(OperatorAttribute attribute, Dictionary<string, string> types) => attribute.Kind switch
    {
        AttributeKind.Int => new NodeAttribute(attribute.Name, 1L),
        AttributeKind.Float => new NodeAttribute(attribute.Name, 1f),
        AttributeKind.String => new NodeAttribute(attribute.Name, attribute.Name == "equation" ? "a->a" : attribute.Name == "mode" ? "TF" : ""),
        AttributeKind.Ints => new NodeAttribute(attribute.Name, [1L, 1L]),
        AttributeKind.Floats => new NodeAttribute(attribute.Name, [1f]),
        AttributeKind.Strings => new NodeAttribute(attribute.Name, ["a"u8.ToArray()]),
        AttributeKind.Tensor => new NodeAttribute(attribute.Name, TensorData.Create<float>([1f], 1)),
        _ => throw new NotSupportedException(attribute.Kind.ToString()),
    };

    private static OnnxType? Parse(string type)
    {
        if (Inner(type, "tensor(") is { } element)
            return Enum.GetValues<ElementType>().FirstOrDefault(t => t != ElementType.Undefined && t.OnnxName() == element) is var t and not ElementType.Undefined ? new TensorType(t) : null;
        if (Inner(type, "seq(") is { } item)
            return Parse(item) is { } parsed ? new SequenceType(parsed) : null;
        if (Inner(type, "optional(") is { } value)
            return Parse(value) is { } parsed ? new OptionalType(parsed) : null;
        if (Inner(type, "map(") is { } map && map.Split(',') is [var key, var mapped])
            return Parse($"tensor({key})") is TensorType k && (Parse(mapped) ?? Parse($"tensor({mapped})")) is { } v ? new MapType(k.ElementType, v) : null;
        return null;
    }

    private static string? Inner(string type, string prefix) =>
        type.StartsWith(prefix, StringComparison.Ordinal) && type.EndsWith(')') ? type[prefix.Length..^1] : null;
}
