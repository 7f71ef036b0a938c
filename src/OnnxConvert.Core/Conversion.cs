using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Extensions.Logging;
using OnnxConvert.Converting;
using OnnxConvert.Converting.Stages;
using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert;

/// <summary>
/// A conversion that is being set up. Each method returns a new object, so a set-up can be kept and used for several
/// targets, on several threads.
/// </summary>
/// <remarks>
/// A conversion of a file has the file mapped into memory until it is disposed; all objects that were set up from one are one in
/// this. Results own the mapping too where their constants lie in it, so that both are to be disposed, in any order. Who disposes
/// neither leaves that to the garbage collector.
/// </remarks>
public sealed class Conversion : IDisposable
{
    /// <summary>The lowest target opset.</summary>
    public const int MinOpset = ConversionOptions.MinOpset;

    /// <summary>The highest target opset.</summary>
    public const int MaxOpset = 26;

    private readonly SourceModel _source;
    private readonly ConversionOptions _options;

    internal Conversion(SourceModel source)
        : this(source, new ConversionOptions())
    {
    }

    private Conversion(SourceModel source, ConversionOptions options)
    {
        _source = source;
        _options = options;
    }

    /// <summary>The model that will be converted.</summary>
    public SourceModel Source => _source;

    /// <summary>Makes a float model of a quantized one.</summary>
    /// <param name="keepIntegerBoundary">Whether inputs and outputs keep their integer type.</param>
    public Conversion Dequantize(bool keepIntegerBoundary = false) =>
        With(_options with { Dequantize = true, KeepIntegerBoundary = keepIntegerBoundary });

    /// <summary>
    /// Turns functions of one 8-bit tensor, such as the logistic function, into tables of 256 entries. They are exact on every
    /// runtime, as in TFLite, but several times slower in ONNX Runtime than the function between its quantization nodes.
    /// </summary>
    public Conversion WithQuantizedTables() => With(_options with { QuantizedTables = true });

    /// <summary>
    /// Quantizes the activations of dynamic-range models while the model runs, as TFLite does: each row of a matrix
    /// product and each image of a convolution by its own range. Matrix products are computed in integers, convolutions in float. By
    /// default the weights are dequantized and the arithmetic is float, which is more exact.
    /// </summary>
    public Conversion WithQuantizedActivations() => With(_options with { QuantizeActivations = true });

    /// <summary>Converts an entry point of the model: its graph, with the names that it has for inputs and outputs.</summary>
    /// <param name="key">The key of one of <see cref="SourceModel.Signatures"/>.</param>
    /// <exception cref="ArgumentException">The model has no such signature; the message lists those it has.</exception>
    public Conversion WithSignature(string key)
    {
        SourceSignature? signature = _source.Signatures.FirstOrDefault(signature => signature.Key == key);
        if (signature is null)
        {
            string known = string.Join(", ", _source.Signatures.Select(one => $"'{one.Key}'"));
            throw new ArgumentException($"There is no signature '{key}'. The model has {(known.Length > 0 ? known : "none; convert it without")}.", nameof(key));
        }

        return With(_options with { Signature = signature });
    }

    /// <summary>Fixes the shape of an input.</summary>
    /// <param name="input">The input's name in the source model, or in the signature that is converted.</param>
    /// <param name="sizes">One size for each dimension; -1 leaves one open.</param>
    public Conversion WithInputShape(string input, params ReadOnlySpan<long> sizes) =>
        With(_options with { InputShapes = _options.InputShapes.SetItem(input, [.. sizes]) });

    /// <summary>Lets inputs take channels first (N, C, H, W) in place of the source's channels last.</summary>
    public Conversion InputsAsNchw(params IEnumerable<string> inputs) =>
        With(_options with { InputsAsNchw = _options.InputsAsNchw.Union(inputs) });

    /// <summary>Lets outputs give channels first (N, C, H, W) in place of the source's channels last.</summary>
    public Conversion OutputsAsNchw(params IEnumerable<string> outputs) =>
        With(_options with { OutputsAsNchw = _options.OutputsAsNchw.Union(outputs) });

    /// <summary>Gives an input or output another name.</summary>
    public Conversion Rename(string name, string newName) =>
        With(_options with { Renames = _options.Renames.SetItem(name, newName) });

    /// <summary>Converts only what these tensors need, and makes them the outputs.</summary>
    public Conversion WithOutputs(params IEnumerable<string> tensors) => With(_options with { Outputs = [.. tensors] });

    /// <summary>Writes an operator that has no ONNX form as a node of the same name and options in another domain, for a runtime that knows it.</summary>
    /// <param name="opType">The operator's name in the source format.</param>
    /// <param name="domain">The domain of the node.</param>
    public Conversion PassThrough(string opType, string domain = "tflite") =>
        With(_options with { PassThrough = _options.PassThrough.SetItem(opType, domain) });

    /// <summary>Takes in the handlers, rewriters and optimizers that an assembly marks by attribute. They replace built-in ones for the same operator.</summary>
    /// <exception cref="ArgumentException">The assembly marks none: it was built without the source generator of this package.</exception>
    public Conversion Using(Assembly assembly)
    {
        RegistrationModuleAttribute module = assembly.GetCustomAttribute<RegistrationModuleAttribute>()
            ?? throw new ArgumentException($"The assembly {assembly.GetName().Name} registers no handlers, rewriters or optimizers. Mark classes with [OpHandler], [Rewriter] or [Optimizer], and reference the package OnnxConvert.Core directly.", nameof(assembly));
        return Using(module.CreateModule());
    }

    /// <summary>Takes in the handlers, rewriters and optimizers of a module.</summary>
    public Conversion Using(IRegistrationModule module) => With(_options with { Modules = _options.Modules.Add(module) });

    /// <summary>Changes what is registered: single handlers, or the order of rewriters and optimizers.</summary>
    public Conversion Configure(Action<RegistrationBuilder> change) => With(_options with { Registrations = _options.Registrations.Add(change) });

    /// <summary>Writes the model for a runtime's kernels: in wider types where one has none for a type.</summary>
    /// <param name="kernels">What the runtime has; by default what the CPU kernels of common runtimes have.</param>
    public Conversion WithKernels(IKernelSupport kernels) => With(_options with { Kernels = kernels });

    /// <summary>Says what is going on to a logger: stages as information, single passes as debug.</summary>
    public Conversion WithLogger(ILogger logger) => With(_options with { Logger = logger });

    /// <summary>Converts to ONNX.</summary>
    /// <returns>The model, which owns the source's mapped file too: dispose it to let the file go.</returns>
    /// <param name="opset">The version of ONNX's operators to write, <see cref="MinOpset"/> to <see cref="MaxOpset"/>.</param>
    /// <param name="cancellationToken">Stops the conversion between operators and passes.</param>
    /// <exception cref="UnsupportedModelException">Something in the model cannot be converted; everything of that kind is listed.</exception>
    /// <exception cref="InvalidModelException">The model contradicts itself.</exception>
    /// <exception cref="InternalErrorException">A fault of this library or of what was added to it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The opset is not covered.</exception>
    /// <exception cref="ObjectDisposedException">The source model was disposed.</exception>
    public ConversionResult ToOnnx(int opset = 18, CancellationToken cancellationToken = default)
    {
        if (opset is < MinOpset or > MaxOpset)
            throw new ArgumentOutOfRangeException(nameof(opset), opset, $"Opset {opset} is not covered; opsets {MinOpset} to {MaxOpset} are.");
        (Model model, ConversionReport report) = new ConversionPipeline(_source, _options, opset, cancellationToken).Run();
        return new ConversionResult(model, report);
    }

    /// <summary>Lets the source model's file go, if the conversion opened it. Results stay whole.</summary>
    public void Dispose() => _source.Dispose();

    private Conversion With(ConversionOptions options) => new(_source, options);
}
