#:project ../src/OnnxConvert.Core/OnnxConvert.Core.csproj
#:property PublishAot=false
#:property AllowUnsafeBlocks=true
#:property NoWarn=CS1591;CA1305;CA1303;CA1031;CA2007
// Makes src/OnnxConvert.OrtFormat/Runtime/StockKernelData.g.cs by asking releases of ONNX Runtime themselves, each in a run of its own:
//     dotnet run tools/generate-stock-kernels.cs -- probe libonnxruntime.so 1.31.txt
//     dotnet run tools/generate-stock-kernels.cs -- write 1.16.txt … 1.31.txt
// The libraries are those in the packages Microsoft.ML.OnnxRuntime and onnxruntime-node. For every operator version, a model of
// one node is loaded for one type after the other. Where the first combination of types that loads is found, each type variable
// is varied by itself. What ONNX Runtime adds to ONNX's operators is probed from 1.29 on.

using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using OnnxConvert;
using OnnxConvert.Ir;
using OnnxConvert.Operators;

if (args is ["probe", var library, var file])
    ProbeRelease(library, file);
else if (args is ["write", _, ..])
    WriteTable([.. args.Skip(1).Select(File.ReadAllLines)]);
else
    Console.Error.WriteLine("probe LIBRARY FILE, or write FILES, the oldest release first");

static OperatorSchema[] Schemas() => [.. OperatorRegistry.All.SelectMany(d => d.Schemas).Where(schema => !schema.IsDeprecated && schema.Domain is "" or "ai.onnx.ml" or "com.microsoft" or "com.microsoft.nchwc")];

// A line for the release: its version, newest opset, newest opset of ai.onnx.ml, newest IR version. Then a line for each operator version that loads.
static void ProbeRelease(string library, string file)
{
    using var release = new Release(library);
    var probe = new Probe(release);
    // Releases before this one end the process at some of the operators that ONNX Runtime adds, when inputs have no shape.
    bool own = System.Version.Parse(release.Version) >= new Version(1, 29);
    OperatorSchema[] schemas = [.. Schemas().Where(schema => own || schema.IsStandard)];
    var found = new ConcurrentDictionary<OperatorSchema, string>();
    Parallel.ForEach(schemas, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, schema =>
    {
        if (probe.Kernels(schema) is { } types)
            found[schema] = types;
    });
    File.WriteAllLines(file, [
        string.Create(CultureInfo.InvariantCulture, $"{release.Version}|{probe.NewestOpset}|{probe.NewestMlOpset}|{probe.NewestIrVersion}"),
        .. schemas.Where(found.ContainsKey).Select(schema => $"{Key(schema)}|{found[schema]}")]);
    Console.WriteLine($"{release.Version}: {found.Count} of {schemas.Length} operator versions load");
}

static string Key(OperatorSchema schema) => string.Create(CultureInfo.InvariantCulture, $"{schema.Domain}|{schema.Name}|{schema.SinceVersion}");

static void WriteTable(string[][] releases)
{
    var sets = new List<string>();
    var rows = new List<string>();
    var loading = releases.Select(lines => lines.Skip(1).ToDictionary(line => line[..line.LastIndexOf('|')], line => line[(line.LastIndexOf('|') + 1)..])).ToArray();
    foreach (string key in Schemas().Select(Key).Where(key => loading.Any(lines => lines.ContainsKey(key))))
    {
        // What holds from a release on is said at that release.
        string? last = null;
        var history = new List<string>();
        for (int i = 0; i < releases.Length; i++)
        {
            string? types = loading[i].GetValueOrDefault(key);
            if (types != last)
                history.Add(string.Create(CultureInfo.InvariantCulture, $"{i}:{(types is null ? "-" : Numbered(types))}"));
            last = types;
        }

        rows.Add($"{key}|{string.Join('/', history)}");
    }

    var text = new StringBuilder();
    text.Append("""
        // Made by tools/generate-stock-kernels.cs
        namespace OnnxConvert.OrtFormat.Runtime;

        /// <summary>What releases of stock ONNX Runtime load on the CPU; a type variable that is not listed takes all types of the definition.</summary>
        internal static class StockKernelData
        {
            /// <summary>Version, newest opset, newest opset of ai.onnx.ml, newest IR version.</summary>

        """);
    AppendTable("Releases", [.. releases.Select(lines => lines[0])]);
    text.Append('\n');
    AppendTable("TypeSets", sets);
    text.Append("\n    /// <summary><c>domain|operator|version|release:variable=set;…/…</c>, releases and sets by number: what holds from a release on, <c>-</c> where it does not load.</summary>\n");
    AppendTable("Kernels", rows);
    text.Append("}\n");
    File.WriteAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "src", "OnnxConvert.OrtFormat", "Runtime", "StockKernelData.g.cs"), text.ToString());
    Console.WriteLine($"{rows.Count} operator versions, {sets.Count} type sets, {releases.Length} releases");

    string Numbered(string types) => string.Join(';', types.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(field =>
    {
        int equals = field.IndexOf('=', StringComparison.Ordinal);
        string set = field[(equals + 1)..];
        if (!sets.Contains(set))
            sets.Add(set);
        return string.Create(CultureInfo.InvariantCulture, $"{field[..equals]}={sets.IndexOf(set)}");
    }));

    void AppendTable(string name, IReadOnlyList<string> lines)
    {
        text.Append(CultureInfo.InvariantCulture, $"    public static ReadOnlySpan<byte> {name} => \"\"\"\n");
        foreach (string line in lines)
            text.Append(CultureInfo.InvariantCulture, $"        {line}\n");
        text.Append("        \"\"\"u8;\n");
    }
}

static string ThisFile([CallerFilePath] string path = "") => path;

internal sealed class Probe
{
    private const int OldestOpset = 7;
    private const int LargestSearch = 400;

    private static readonly string[] Preferred = ["tensor(float)", "tensor(int64)", "tensor(int32)", "tensor(uint8)", "tensor(bool)", "tensor(string)", "tensor(double)"];

    [ThreadStatic]
    private static int s_missingKernels;

    private readonly Release _release;

    public Probe(Release release)
    {
        _release = release;
        NewestIrVersion = Newest(7, (model, version) => model.IrVersion = version);
        NewestOpset = Newest(14, (model, version) => model.OpsetImports[""] = version);
        NewestMlOpset = Newest(1, (model, version) => model.OpsetImports["ai.onnx.ml"] = version);
    }

    public int NewestOpset { get; }

    public int NewestMlOpset { get; }

    public int NewestIrVersion { get; }

    private int Newest(int first, Action<Model, int> change)
    {
        int version = first;
        while (LoadsWith(version + 1))
            version++;
        return version;

        bool LoadsWith(int candidate)
        {
            var graph = new Graph("g");
            var type = new TensorType(ElementType.Float);
            graph.AddOutput(graph.AddNode("Relu", [graph.AddInput("x", type)]).AddOutput("y", type));
            var model = new Model(graph) { IrVersion = 7, OpsetImports = { [""] = 14 } };
            change(model, candidate);
            return Loads(Save(model));
        }
    }

    /// <summary>NAME=type,type;… for each type variable that the kernels choose by; empty where any do; null where nothing loads.</summary>
    public string? Kernels(OperatorSchema schema)
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
    private bool LoadsSomehow(
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

    private Dictionary<string, string>? FirstThatLoads(OperatorSchema schema, Dictionary<string, IReadOnlyList<string>> variables)
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

    private bool Loads(OperatorSchema schema, Dictionary<string, string> types)
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
        var model = new Model(graph) { IrVersion = Math.Min(NewestIrVersion, schema.SinceVersion > 23 ? 13 : 10) };
        model.OpsetImports[""] = schema.Domain.Length == 0 ? SmallestOpset(schema) : 18;
        if (schema.Domain.Length > 0)
            model.OpsetImports[schema.Domain] = schema.SinceVersion;
        return Loads(Save(model));
    }

    private static byte[] Save(Model model)
    {
        using var stream = new MemoryStream();
        OnnxModel.Save(model, stream);
        return stream.ToArray();
    }

    /// <summary>The lowest opset that the runtime takes, 7, if the definition still holds there.</summary>
    private static int SmallestOpset(OperatorSchema schema) =>
        OperatorRegistry.Find(schema.Domain, schema.Name, OldestOpset)?.SinceVersion == schema.SinceVersion ? OldestOpset : schema.SinceVersion;

    private bool Loads(byte[] model)
    {
        if (_release.Refusal(model) is not var (code, message))
            return true;
        if (code == Release.NotImplemented)
            s_missingKernels++;
        // The kernel is there, and complains about attributes or shapes.
        return message.Contains("Exception during initialization", StringComparison.Ordinal);
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

/// <summary>A release of ONNX Runtime by its C interface, a table of functions that later releases only add to.</summary>
internal sealed unsafe class Release : IDisposable
{
    public const int NotImplemented = 9;

    private const uint InterfaceVersion = 16;
    private const int Fatal = 4;

    private readonly nint _library;
    private readonly void** _functions;
    private readonly nint _environment;
    private readonly nint _options;

    public Release(string path)
    {
        _library = NativeLibrary.Load(Path.GetFullPath(path));
        void** start = ((delegate* unmanaged<void**>)NativeLibrary.GetExport(_library, "OrtGetApiBase"))();
        _functions = ((delegate* unmanaged<uint, void**>)start[0])(InterfaceVersion);
        Version = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)start[1])())!;
        nint environment, options;
        fixed (byte* name = "probe\0"u8)
            Check(((delegate* unmanaged<int, byte*, nint*, nint>)_functions[3])(Fatal, name, &environment));
        Check(((delegate* unmanaged<nint*, nint>)_functions[10])(&options));
        Check(((delegate* unmanaged<nint, int, nint>)_functions[22])(options, Fatal));
        Check(((delegate* unmanaged<nint, int, nint>)_functions[23])(options, 0));
        Check(((delegate* unmanaged<nint, int, nint>)_functions[24])(options, 1));
        (_environment, _options) = (environment, options);
    }

    public string Version { get; }

    /// <summary>Why a model is not loaded: the error's number and message; null where it is.</summary>
    public (int Code, string Message)? Refusal(byte[] model)
    {
        nint session;
        nint status;
        fixed (byte* bytes = model)
            status = ((delegate* unmanaged<nint, byte*, nuint, nint, nint*, nint>)_functions[8])(_environment, bytes, (nuint)model.Length, _options, &session);
        if (status == 0)
        {
            ((delegate* unmanaged<nint, void>)_functions[95])(session);
            return null;
        }

        int code = ((delegate* unmanaged<nint, int>)_functions[1])(status);
        string message = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint, nint>)_functions[2])(status))!;
        ((delegate* unmanaged<nint, void>)_functions[93])(status);
        return (code, message);
    }

    public void Dispose()
    {
        ((delegate* unmanaged<nint, void>)_functions[100])(_options);
        ((delegate* unmanaged<nint, void>)_functions[92])(_environment);
    }

    private void Check(nint status)
    {
        if (status != 0)
            throw new InvalidOperationException(Marshal.PtrToStringUTF8(((delegate* unmanaged<nint, nint>)_functions[2])(status)));
    }
}
